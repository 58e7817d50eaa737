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
        var takenBack = completed.Corrections.Where(row => row.Correction!.IsDeletion).Select(row => row.Correction!.TransactionId).ToHashSet();
        var told = brought.Concat(completed.Matched.Select(match => match.EntryId)).Concat(completed.Corrections.Select(row => row.Correction!.TransactionId));
        Guid[] ids = [.. told.Distinct()];
        var (tellers, facts) = (await OtherTellers.BesideAsync(write, import), await LedgerFacts.InAsync(write));
        var transactions = await PartWithImport.PartAsync(
            write, import, await write.Session.LoadManyAsync<Transaction>(cancellationToken, ids), tellers, facts, undone);
        var wholes = await PartWithImport.DeletedWholesAsync(write, transactions);
        var before = await UndoneAmongAsync(write, [.. transactions.Concat(wholes).Select(transaction => transaction.ImportId).OfType<Guid>().Distinct()]);
        var gone = new List<Guid>();
        foreach (var whole in wholes)
        {
            var state = whole;
            foreach (var e in TakeBack(state, import, tellers, facts, undone)) state = write.Append(state, e)!;
            if (state.ImportId is { } from && before.Contains(from)) gone.Add(state.Id);
        }

        foreach (var transaction in transactions)
        {
            var state = transaction;
            var isTakenBack = takenBack.Contains(state.Id) && !brought.Contains(state.Id) && !(state.ImportId is { } its && before.Contains(its));
            foreach (var e in CorrectionsTakenBack.Of(state, import, isTakenBack, tellers, facts, undone)) state = write.Append(state, e)!;
            foreach (var e in TakeBack(state, import, tellers, facts, undone)) state = write.Append(state, e)!;
            var isBrought = brought.Contains(state.Id) || state.ImportId == import;
            if (isBrought && OtherSide(state, undone) is { } kept)
            {
                ChangeRules.EnsureSidesStay([kept.Was], [kept.Now]);
                facts.EnsureOpen([kept.Was], [kept.Now]);
                write.Append(state, kept);
                continue;
            }

            var isOrphan = isBrought || (state.Version > transaction.Version && state.ImportId is { } from && before.Contains(from));
            // What other files tell of it keeps it; where a user deleted it, it stays known by them alone.
            if (!isOrphan || state is { BankRows: not null, DeletedAt: null }) continue;
            if (state.DeletedAt is null) write.Append(state, Decide(state, facts, undone));
            gone.Add(state.Id);
        }

        LeaveBankIndex(write, [.. gone]);
    }

    /// <summary>
    /// The import's rows leave the entry, each for one of another import that tells of the same side, if there is any. An entry that was
    /// cleared by such a row is pending again, unless another has booked it.
    /// </summary>
    internal static IEnumerable<object> TakeBack(Transaction transaction, Guid import, OtherTellers tellers, LedgerFacts facts, ImportUndone undone)
    {
        var entry = transaction.ToEntry();
        foreach (var row in transaction.BankRows?.Where(row => row.ImportId == import) ?? [])
        {
            var heir = tellers.Of(transaction.Id, row.AccountId);
            var stays = heir is not null && tellers.IsBooked(heir);
            var now = row.Cleared && !stays ? PendingAgain(entry, row) : entry;
            if (transaction.DeletedAt is null) facts.EnsureOpen([entry], [now]);
            // What is deleted counts nowhere: both states are the new one, so that nothing is taken out twice.
            yield return new BankRowUnmatched(row, transaction.DeletedAt is null ? entry : now, now, undone.By, undone.At);
            entry = now;
            if (heir is null) continue;
            var known = RowOf(transaction, heir);
            if (known is null) yield return new BankRowMatched(heir with { Cleared = row.Cleared && stays }, entry, entry, undone.By, undone.At);
            if (known is not { Cleared: false } || !row.Cleared || !stays) continue;
            // What cleared it from now on is the other row, which came later.
            yield return new BankRowUnmatched(known, entry, entry, undone.By, undone.At);
            yield return new BankRowMatched(known with { Cleared = true }, entry, entry, undone.By, undone.At);
        }

        if (transaction.ImportId == import && transaction.BankRecord is { } own && tellers.Of(transaction.Id, own.AccountId) is { } other
            && RowOf(transaction, other) is null)
            yield return new BankRowMatched(other, entry, entry, undone.By, undone.At);
    }

    private static Entry PendingAgain(Entry entry, BankRow row)
    {
        var place = entry.PlaceOf(row.AccountId, row.Amount, EntryStatus.Cleared);
        return entry.WithStatuses((other, side) => other == place ? EntryStatus.Pending : side.Status);
    }

    /// <summary>Of a transfer of which only the other account's bank has still told, that side stays.</summary>
    internal static OtherSideKept? OtherSide(Transaction state, ImportUndone undone)
    {
        if (state is not { DeletedAt: null, Transfer: { } transfer, BankRecord: { } record, BankRows: [var row, ..] rows }) return null;
        if (record.AccountId != state.AccountId || rows.Any(told => told.AccountId != transfer.AccountId)) return null;

        var (was, side) = (state.ToEntry(), EntrySide.Of(state, transfer));
        var now = new Entry
        {
            AccountId = side.AccountId,
            Date = side.Date,
            Amount = side.Amount,
            Status = side.Status,
            Payee = row.Payee,
            CategoryId = null,
            Splits = [],
            Note = was.Note,
            Tags = was.Tags,
        };
        return new OtherSideKept(row, was, now, undone.By, undone.At);
    }

    internal static TransactionDeleted Decide(Transaction transaction, LedgerFacts facts, ImportUndone undone)
    {
        facts.EnsureDeletable(transaction.ToEntry());
        return new TransactionDeleted(transaction.ToEntry(), undone.By, undone.At);
    }

    private static BankRow? RowOf(Transaction transaction, BankRow other) =>
        transaction.BankRows?.FirstOrDefault(row => row.AccountId == other.AccountId && row.ImportId == other.ImportId);

    /// <summary>
    /// No later file is compared with them, so they leave the index by which those look, until they are restored. What was deleted by hand
    /// before goes with the rest: the file may come again as a whole.
    /// </summary>
    private static void LeaveBankIndex(LedgerWrite write, Guid[] ids) => write.Session.Queue(
        $"""
         update {TransactionsTables.Transactions:raw} set bank_account_id = null
         where tenant_id = {write.Session.TenantId} and id = any ({ids})
         """);

    private static async Task<HashSet<Guid>> UndoneAmongAsync(LedgerWrite write, Guid[] imports) => [.. await write.Session.Sql(
        $"""
         select id from {ImportsTables.Imports:raw}
         where tenant_id = {write.Session.TenantId} and id = any ({imports}) and data->>'undoneAt' is not null
         """).ListAsync(row => row.GetGuid(0), write.Cancellation)];
}
