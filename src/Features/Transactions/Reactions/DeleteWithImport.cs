namespace MyBudget.Features.Transactions.Reactions;

/// <summary>
/// What an import brought and is still there goes when the import is undone, edited or not, in the same transaction, and its rows are taken
/// back from the entries that they had met. An entry that another import tells of, too, stays for as long as that one does.
/// </summary>
internal sealed class DeleteWithImport : INotificationHandler<Appended<ImportUndone>>
{
    public async Task Handle(Appended<ImportUndone> notification, CancellationToken cancellationToken)
    {
        var (write, import, undone) = (notification.Write, notification.StreamId, notification.Event);
        var completed = (await write.FirstEventAsync<ImportCompleted>(import))!;
        var brought = completed.EntryIds.ToHashSet();
        var transactions = await write.Session.LoadManyAsync<Transaction>(
            cancellationToken, brought.Concat(completed.Matched.Select(match => match.EntryId)).Distinct());
        var orphans = await UndoneAmongAsync(write, [.. transactions.Select(transaction => transaction.ImportId).OfType<Guid>().Distinct()]);
        orphans.Add(import);

        var facts = await LedgerFacts.InAsync(write);
        foreach (var transaction in transactions)
        {
            var state = transaction;
            foreach (var row in transaction.BankRows?.Where(row => row.ImportId == import) ?? [])
                state = write.Append(state, Unmatch(state, row, undone))!;
            if (state is { DeletedAt: null, BankRows: null, ImportId: { } from } && orphans.Contains(from))
                write.Append(state, Decide(state, facts, undone));
        }

        LeaveBankIndex(write, [.. transactions.Where(transaction => brought.Contains(transaction.Id) && transaction.BankRows is null)]);
    }

    /// <summary>A deleted entry counts nowhere, so its status stays as it was.</summary>
    internal static BankRowUnmatched Unmatch(Transaction transaction, BankRow row, ImportUndone undone)
    {
        var was = transaction.ToEntry();
        var isPending = row.Cleared && was.Status is EntryStatus.Cleared && transaction.DeletedAt is null;
        return new BankRowUnmatched(row, was, isPending ? was with { Status = EntryStatus.Pending } : was, undone.By, undone.At);
    }

    internal static TransactionDeleted Decide(Transaction transaction, LedgerFacts facts, ImportUndone undone)
    {
        facts.EnsureDeletable(transaction.ToEntry());
        return new TransactionDeleted(transaction.ToEntry(), undone.By, undone.At);
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

    private static async Task<HashSet<Guid>> UndoneAmongAsync(LedgerWrite write, Guid[] imports) => [.. await write.Session.Sql(
        $"""
         select id from {ImportsTables.Imports:raw}
         where tenant_id = {write.Session.TenantId} and id = any ({imports}) and data->>'undoneAt' is not null
         """).ListAsync(row => row.GetGuid(0), write.Cancellation)];
}
