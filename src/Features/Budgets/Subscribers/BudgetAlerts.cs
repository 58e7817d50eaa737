using MyBudget.Infrastructure.EventStore.Subscriptions;

namespace MyBudget.Features.Budgets.Subscribers;

/// <summary>
/// Publishes that a budget reached a level: once for each budget, period and level, whatever is changed afterwards and however often
/// events come again. Of thresholds that are passed together only the highest is published, and being exceeded with it, whichever is higher.
/// </summary>
internal sealed class BudgetAlerts(IDocumentSession session, LedgerScope scope, BudgetStatusRows statuses, IMediator mediator, TimeProvider time)
    : LedgerSubscriber
{
    private const int LongestPeriod = 366;

    public override async Task HandleAsync(IReadOnlyList<CommittedEvent> events, CancellationToken cancellationToken)
    {
        if (!events.Any(TouchedBudgets.Touches) || !await session.HoldLedgerAsync(cancellationToken)) return;

        Guid[] deleted = [.. events.Where(e => e.Data is BudgetDeleted).Select(e => e.StreamId)];
        if (deleted.Length > 0)
            session.Queue($"delete from {BudgetsTables.Levels:raw} where ledger_id = {scope.LedgerId} and budget_id = any({deleted})");
        var touched = await TouchedBudgets.FindAsync(session, events, cancellationToken);
        if (touched.Count > 0) await LookAsync(touched, cancellationToken);
        await session.SaveChangesAsync(cancellationToken);
    }

    private async Task LookAsync(Dictionary<Guid, HashSet<DateOnly>> touched, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var today = await TodayAsync(now, cancellationToken);
        var last = touched.Values.SelectMany(days => days).Append(today).Max();
        var passed = await PassedAsync([.. touched.Keys], cancellationToken);
        var books = await statuses.BooksAsync(
            session.Sql, budget => touched.ContainsKey(budget.Id), today.AddDays(-LongestPeriod), last, [], cancellationToken);
        foreach (var book in books)
        {
            var budget = book.Budget;
            foreach (var period in WatchedPeriods.Of(budget.ToPlan().Schedule, today, touched[budget.Id]))
            {
                var status = book.StatusOn(period.Start);
                BudgetLevel[] reached =
                    [.. BudgetLevel.ReachedIn(status, budget.Thresholds).Where(level => !passed.Contains((budget.Id, period.Start, level)))];
                if (reached.Length == 0) continue;

                int[] numbers = [.. reached.Select(level => level.Number)];
                // No "on conflict": when two replicas find the same level new, one insert fails, is tried again and finds it passed.
                session.Queue(
                    $"""
                     insert into {BudgetsTables.Levels:raw} (ledger_id, budget_id, period_start, level, reached_at)
                     select {scope.LedgerId}, {budget.Id}, {period.Start}, level, {now} from unnest({numbers}) as level
                     """);
                BudgetLevel? threshold = reached.Where(level => !level.IsExceeded).Select(level => (BudgetLevel?)level).LastOrDefault();
                var isExceeded = reached.Contains(BudgetLevel.Exceeded);
                await mediator.Publish(
                    new BudgetLevelReached(
                        scope.LedgerId, budget.Id, budget.Name, period.Start, period.End, isExceeded ? BudgetLevel.Exceeded : threshold!.Value,
                        isExceeded ? threshold : null, today, status.Spent, status.Available, budget.Currency, now),
                    cancellationToken);
            }
        }
    }

    private async Task<HashSet<(Guid BudgetId, DateOnly PeriodStart, BudgetLevel Level)>> PassedAsync(
        Guid[] budgets, CancellationToken cancellationToken) =>
        [.. await session.Sql(
            $"""
             select budget_id, period_start, level from {BudgetsTables.Levels:raw}
             where ledger_id = {scope.LedgerId} and budget_id = any({budgets})
             """)
            .ListAsync(row => (row.GetGuid(0), row.GetFieldValue<DateOnly>(1), BudgetLevel.Of(row.GetInt32(2))), cancellationToken)];

    /// <summary>A ledger is shared, and its members may live in several time zones: its first owner's day counts.</summary>
    private async Task<DateOnly> TodayAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ledgerId = scope.LedgerId;
        var members = await session.Query<LedgerMembership>().Where(member => member.LedgerId == ledgerId).ToListAsync(cancellationToken);
        var owner = members.Where(member => member.Role is LedgerRole.Owner).MinBy(member => member.Since);
        var profile = owner is null ? null : await session.LoadAsync<UserProfile>(owner.UserId, cancellationToken);
        return UserProfile.DayOf(profile, now);
    }
}
