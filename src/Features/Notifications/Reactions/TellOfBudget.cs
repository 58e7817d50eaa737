namespace MyBudget.Features.Notifications.Reactions;

/// <summary>Tells every member of a ledger that a budget reached a level.</summary>
internal sealed class TellOfBudget(IDocumentSession session, Notices notices) : INotificationHandler<BudgetLevelReached>
{
    public async Task Handle(BudgetLevelReached reached, CancellationToken cancellationToken)
    {
        var members = await session.Query<LedgerMembership>().Where(member => member.LedgerId == reached.LedgerId).ToListAsync(cancellationToken);
        var level = reached.Level.IsExceeded ? "exceeded" : reached.Level.Percent.ToString(CultureInfo.InvariantCulture);
        var data = new BudgetNotice(
            reached.BudgetId, reached.BudgetName, reached.PeriodStart, reached.PeriodEnd, reached.Level.Percent, reached.Spent,
            reached.Available, reached.Currency);
        var key = string.Create(CultureInfo.InvariantCulture, $"budget/{reached.BudgetId}/{reached.PeriodStart:yyyy-MM-dd}/{level}");
        var kind = reached.Level.IsExceeded ? NotificationKind.BudgetExceeded : NotificationKind.BudgetThreshold;
        await notices.SendAsync(
            [.. members.Select(member => new Notice(key, kind, member.UserId, reached.LedgerId, data, reached.At))], cancellationToken);
    }
}
