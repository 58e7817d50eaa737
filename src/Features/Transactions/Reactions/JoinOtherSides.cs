namespace MyBudget.Features.Transactions.Reactions;

/// <summary>A transfer that a file brought is joined with its other side, where that was there before, in the same write.</summary>
internal sealed class JoinOtherSides : INotificationHandler<Appended<ImportCompleted>>
{
    public async Task Handle(Appended<ImportCompleted> notification, CancellationToken cancellationToken)
    {
        var (write, completed) = (notification.Write, notification.Event);
        var facts = completed.OtherSides.Any() ? await LedgerFacts.InAsync(write) : null;
        foreach (var (entry, other) in completed.OtherSides)
        {
            var transaction = (await write.FindAsync<Transaction>(entry))!;
            await Joining.JoinAsync(write, transaction, other, JoinedAs.Transfer, facts!, completed.By, completed.At);
        }
    }
}
