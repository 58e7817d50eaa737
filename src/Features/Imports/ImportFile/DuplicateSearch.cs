namespace MyBudget.Features.Imports.ImportFile;

/// <summary>
/// Tells which rows of a file the ledger has already. Each side of a transaction answers for one row, so that two equal entries of one
/// day stay two. Surer matches are made first, over all rows, so that a doubtful one never takes what belongs to another row.
/// </summary>
/// <remarks>
/// What came from the bank before has to be on the very day, but for ids of the bank: the bank repeats itself exactly. What a person
/// entered, and what is not booked yet, may be some days off, if the payee is alike or missing.
/// </remarks>
internal static class DuplicateSearch
{
    /// <returns>Accounts in whose files the bank's ids tell nothing.</returns>
    public static IReadOnlySet<Guid> Mark(IReadOnlyList<DraftRow> drafts, IReadOnlyList<KnownEntry> known)
    {
        var matching = new Matching(drafts, known);
        BankIdMatches.Mark(matching);
        ToldAgain.Mark(matching);
        MarkOnDay(matching, entry => entry.Payee, row => row.Payee, (_, _) => true);
        MarkOnDay(matching, _ => null, _ => null, (row, entry) =>
            Payees.Compare(row.Payee, entry.Payee) is not PayeeMatch.Different);
        // Another layout of the same bank may call the payee otherwise: then the count decides, but where ids have decided already.
        MarkOnDay(matching, _ => null, _ => null, (row, entry) => matching.IdOf(row) is null || entry.BankId is null);
        OpenEntryMatches.Mark(matching);
        BookedMeanwhile.Mark(matching);
        DoubtfulMatches.Mark(matching);
        return matching.Distrusted;
    }

    /// <summary>The file that was imported before, or one that overlaps with it.</summary>
    private static void MarkOnDay(
        Matching matching, Func<KnownEntry, string?> keyOf, Func<DraftRow, string?> keyOfRow, Func<DraftRow, KnownEntry, bool> accepts)
    {
        var left = new KnownLeft<(Guid, DateOnly, long, string?)>(
            matching, matching.Untaken.Where(entry => entry.FromBank), entry => (entry.AccountId, entry.Date, entry.Amount, keyOf(entry)));
        foreach (var row in matching.Open)
        {
            var key = (row.AccountId, row.Date, row.Amount, keyOfRow(row));
            if (left.Find(key, entry => !matching.HaveOtherIds(row, entry) && accepts(row, entry)) is { } entry)
                matching.Take(row, entry, MatchKind.Content);
        }
    }
}
