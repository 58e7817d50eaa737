namespace MyBudget.Features.Imports.ImportFile;

/// <summary>
/// Tells which rows of a file the ledger has already. Each transaction answers for one row, so that two equal entries of one day
/// stay two. Surer matches are made first, over all rows, so that a doubtful one never takes what belongs to another row.
/// </summary>
/// <remarks>
/// What came from the bank before has to be on the very day: the bank repeats itself exactly, and a bus ticket of the same price
/// every morning is no duplicate, not even where the bank gives all of them one reference. Until an entry is booked its date may still
/// move, whether or not it keeps its id; two ids are two entries. What a person entered may be some days off, and may be called anything.
/// </remarks>
internal static class DuplicateSearch
{
    public static void Mark(IReadOnlyList<DraftRow> drafts, IReadOnlyList<KnownEntry> known)
    {
        DraftRow[] rows = [.. drafts.Where(draft => draft.Entry is not null)];
        MarkBankIds(rows, known);

        // Taken from the end: what is still there before what was deleted.
        KnownEntry[] untaken = [.. known.Where(entry => !entry.IsTaken).OrderBy(entry => !entry.Deleted)];
        MarkExact(rows, untaken.Where(entry => entry.FromBank));

        var onDay = new KnownByDay(untaken);
        foreach (var row in Open(rows)) Mark(row, onDay.Take(row, days: 0, (entry, payee) => entry.FromBank && payee is not PayeeMatch.Different));
        foreach (var isAlike in new[] { true, false })
        {
            for (var days = 0; days <= KnownEntries.Days; days++)
            {
                var apart = days;
                foreach (var row in Open(rows))
                {
                    Mark(row, onDay.Take(
                        row, apart, (entry, payee) => IsLoose(entry) && (!isAlike || payee is PayeeMatch.Same or PayeeMatch.Similar)));
                }
            }
        }
    }

    private static bool IsLoose(KnownEntry entry) => !entry.FromBank || entry.Pending;

    private static IEnumerable<DraftRow> Open(DraftRow[] rows) => rows.Where(row => row.Match is null);

    private static void MarkBankIds(DraftRow[] rows, IReadOnlyList<KnownEntry> known)
    {
        var byId = new Dictionary<(Guid, string, DateOnly, long), KnownEntry>();
        foreach (var entry in known.Where(entry => entry.BankId is not null).OrderBy(entry => entry.Deleted))
            byId.TryAdd((entry.AccountId, entry.BankId!, entry.Date, entry.Amount), entry);

        var first = new Dictionary<(Guid, string, DateOnly, long), DraftRow>();
        foreach (var row in rows.Where(row => row.BankId is not null))
        {
            var key = (row.Entry!.AccountId, row.BankId!, row.Entry.Date, row.Entry.Amount);
            if (byId.TryGetValue(key, out var entry))
            {
                entry.IsTaken = true;
                row.Match = new RowMatch(MatchKind.BankId, entry.Id, Row: null, 0, Payees.Compare(row.Entry.Payee, entry.Payee), entry.Deleted);
            }
            else if (!first.TryAdd(key, row))
            {
                row.Repeats = first[key];
                row.Match = new RowMatch(
                    MatchKind.BankId, null, row.Repeats.Number, 0, Payees.Compare(row.Entry.Payee, row.Repeats.Entry!.Payee), Deleted: false);
            }
        }
    }

    /// <summary>The same words on the same day: the file that was imported before, or one that overlaps with it.</summary>
    private static void MarkExact(DraftRow[] rows, IEnumerable<KnownEntry> known)
    {
        var exact = known.ToLookup(entry => (entry.AccountId, entry.Date, entry.Amount, entry.Payee));
        var left = exact.ToDictionary(group => group.Key, group => new Stack<KnownEntry>(group));
        foreach (var row in Open(rows))
        {
            var key = (row.Entry!.AccountId, row.Entry.Date, row.Entry.Amount, row.Entry.Payee);
            if (!left.TryGetValue(key, out var stack) || stack.Count == 0 || KnownByDay.HaveOtherIds(row, stack.Peek())) continue;
            var entry = stack.Pop();
            entry.IsTaken = true;
            Mark(row, (entry, PayeeMatch.Same));
        }
    }

    private static void Mark(DraftRow row, (KnownEntry Entry, PayeeMatch Payee)? found)
    {
        if (found is not var (entry, payee)) return;
        var days = Math.Abs(row.Entry!.Date.DayNumber - entry.Date.DayNumber);
        row.Match = new RowMatch(MatchKind.Content, entry.Id, Row: null, days, payee, entry.Deleted);
    }
}
