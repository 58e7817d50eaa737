namespace MyBudget.Features.Transactions.Reactions;

/// <summary>An account that is deleted takes its reconciliations along: it never had entries, but may have agreed with a statement.</summary>
internal sealed class FollowDeletedAccount : INotificationHandler<Appended<AccountDeleted>>
{
    public async Task Handle(Appended<AccountDeleted> notification, CancellationToken cancellationToken)
    {
        var (write, e) = (notification.Write, notification.Event);
        foreach (var reconciliation in await write.AllAsync<AccountReconciliation>())
        {
            if (Decide(reconciliation, notification.StreamId, e.By, e.At) is { } undone) write.Append(reconciliation, undone);
        }
    }

    internal static ReconciliationUndone? Decide(AccountReconciliation reconciliation, Guid deleted, Guid by, DateTimeOffset now) =>
        reconciliation.AccountId == deleted ? new ReconciliationUndone(deleted, by, now) : null;
}
