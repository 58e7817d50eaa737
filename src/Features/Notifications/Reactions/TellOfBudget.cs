namespace MyBudget.Features.Notifications.Reactions;

/// <summary>Tells every member of a ledger that a budget reached a level.</summary>
internal sealed class TellOfBudget(IDocumentSession session, Notices notices) : INotificationHandler<BudgetLevelReached>
{
    public async Task Handle(BudgetLevelReached reached, CancellationToken cancellationToken)
    {
        var members = await session.Query<LedgerMembership>().Where(member => member.LedgerId == reached.LedgerId).ToListAsync(cancellationToken);
        await notices.SendAsync(
            [.. members.Select(member => Of(reached, reached.Level, member.UserId) with
            {
                Otherwise = reached.Threshold is { } threshold ? Of(reached, threshold, member.UserId) : null,
            })],
            cancellationToken);
    }

    private static Notice Of(BudgetLevelReached reached, BudgetLevel level, Guid user)
    {
        var name = level.IsExceeded ? "exceeded" : level.Percent.ToString(CultureInfo.InvariantCulture);
        var data = new BudgetNotice(
            reached.BudgetId, reached.BudgetName, reached.PeriodStart, reached.PeriodEnd, level.Percent, reached.Spent, reached.Available,
            reached.Currency, reached.On);
        var key = string.Create(CultureInfo.InvariantCulture, $"budget/{reached.LedgerId}/{reached.BudgetId}/{reached.PeriodStart:yyyy-MM-dd}/{name}");
        var kind = level.IsExceeded ? NotificationKind.BudgetExceeded : NotificationKind.BudgetThreshold;
        return new Notice(key, kind, user, reached.LedgerId, data, reached.At);
    }
}
