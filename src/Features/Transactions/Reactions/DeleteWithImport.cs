namespace MyBudget.Features.Transactions.Reactions;

/// <summary>What an import brought and is still there goes when the import is undone, edited or not, in the same transaction.</summary>
internal sealed class DeleteWithImport : INotificationHandler<Appended<ImportUndone>>
{
    public async Task Handle(Appended<ImportUndone> notification, CancellationToken cancellationToken)
    {
        var (write, undone) = (notification.Write, notification.Event);
        var completed = await write.FirstEventAsync<ImportCompleted>(notification.StreamId);
        var transactions = await write.Session.LoadManyAsync<Transaction>(cancellationToken, completed!.EntryIds);
        var facts = await LedgerFacts.InAsync(write);
        foreach (var transaction in transactions.Where(transaction => transaction.DeletedAt is null))
            write.Append(transaction, Decide(transaction, facts, undone));
        LeaveBankIndex(write, transactions);
    }

    /// <summary>
    /// No later file is compared with them, so they leave the index by which those look, until they are restored. What was deleted by hand
    /// before goes with the rest: the file may come again as a whole.
    /// </summary>
    private static void LeaveBankIndex(LedgerWrite write, IReadOnlyList<Transaction> transactions)
    {
        Guid[] ids = [.. transactions.Select(transaction => transaction.Id)];
        write.Session.Queue(
            $"""
             update {TransactionsTables.Transactions:raw} set bank_account_id = null
             where tenant_id = {write.Session.TenantId} and id = any ({ids})
             """);
    }

    internal static TransactionDeleted Decide(Transaction transaction, LedgerFacts facts, ImportUndone undone)
    {
        facts.EnsureDeletable(transaction.ToEntry());
        return new TransactionDeleted(transaction.ToEntry(), undone.By, undone.At);
    }
}
