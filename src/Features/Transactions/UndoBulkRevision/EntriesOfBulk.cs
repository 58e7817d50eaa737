namespace MyBudget.Features.Transactions.UndoBulkRevision;

/// <summary>A transaction that a bulk change was made to.</summary>
/// <param name="Transaction">As it is now.</param>
/// <param name="Was">What it said before the bulk change.</param>
/// <param name="Then">What the bulk change made of it; null where it deleted it.</param>
/// <param name="Bulk">What is remembered of it.</param>
internal sealed record EntryOfBulk(Transaction Transaction, Entry Was, Entry? Then, BulkEntry Bulk)
{
    /// <summary>The statement that a side of it was reconciled with before.</summary>
    public DateOnly? StatementOf(Guid account) =>
        account == Was.AccountId ? Bulk.ReconciledOn : Bulk.ReconciledSides?.FirstOrDefault(side => side.AccountId == account)?.On;
}

internal static class EntriesOfBulk
{
    public static async Task<IReadOnlyList<EntryOfBulk>> FindAsync(LedgerWrite write, Guid bulkId)
    {
        var changed = (await write.FirstEventAsync<BulkRevised>(bulkId))!.Entries.ToDictionary(entry => entry.Id);
        Guid[] ids = [.. changed.Keys];
        var transactions = (await write.Reading.LoadManyAsync<Transaction>(write.Cancellation, ids)).ToDictionary(transaction => transaction.Id);
        var events = await write.Reading.Events.QueryAllRawEvents().Where(e => e.StreamId.IsOneOf(ids)).ToListAsync(write.Cancellation);
        return
        [
            .. from e in events
               let entry = changed[e.StreamId]
               where e.Version == entry.Version
               let change = EntryChange.Of(e.Data)!.Value
               select new EntryOfBulk(transactions[e.StreamId], change.Was!, change.Now, entry),
        ];
    }
}
