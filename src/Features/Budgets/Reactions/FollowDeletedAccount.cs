namespace MyBudget.Features.Budgets.Reactions;

/// <summary>
/// An account that was deleted leaves the budgets that name it, but never as the last: an empty list would turn a budget for one account
/// into one for all.
/// </summary>
internal sealed class FollowDeletedAccount : INotificationHandler<Appended<AccountDeleted>>
{
    public async Task Handle(Appended<AccountDeleted> notification, CancellationToken cancellationToken)
    {
        var (write, e) = (notification.Write, notification.Event);
        foreach (var budget in await write.AllAsync<Budget>())
        {
            if (Decide(budget, notification.StreamId, e.By, e.At) is { } revised) write.Append(budget, revised);
        }
    }

    /// <summary>Null when the budget stays as it is.</summary>
    internal static BudgetRevised? Decide(Budget budget, Guid deleted, Guid by, DateTimeOffset now)
    {
        if (budget.AccountIds.Count == 1 || !budget.AccountIds.Contains(deleted)) return null;
        var was = budget.ToDetails();
        return new BudgetRevised(was, was with { AccountIds = [.. was.AccountIds.Where(id => id != deleted)] }, AmountFrom: null, by, now);
    }
}
