namespace MyBudget.Features.Imports.ImportFile;

/// <summary>An equal id of the bank decides, together with the amount, even if the date has moved.</summary>
internal static class BankIdMatches
{
    /// <summary>How far the date may have moved until a pending entry was booked.</summary>
    private const int DaysUntilBooked = 60;

    public static void Mark(Matching matching)
    {
        var known = matching.Untaken.Where(entry => entry.BankId is not null).ToLookup(entry => (entry.AccountId, entry.BankId, entry.Amount));
        var groups = matching.Rows.Where(row => matching.IdOf(row) is not null)
            .GroupBy(row => (row.Entry!.AccountId, matching.IdOf(row), row.Entry.Amount));
        foreach (var rows in groups) Mark(matching, [.. rows], [.. known[rows.Key]]);
    }

    private static void Mark(Matching matching, List<DraftRow> rows, List<KnownEntry> known)
    {
        // The reference of a customer or a contract: it comes with every payment, so the day tells which one it is.
        var isReference = rows.Select(row => row.Entry!.Date).Distinct().Count() > 1
                          || known.Where(entry => !entry.Pending).Select(entry => (entry.Id, entry.Date)).Distinct().Count() > 1;
        foreach (var row in rows)
        {
            var found = known.Where(entry => !matching.IsTaken(entry) && IsSame(row, entry, isReference))
                .OrderBy(entry => entry.DaysFrom(row)).ThenBy(entry => Payees.Compare(row.Entry!.Payee, entry.Payee)).FirstOrDefault();
            if (found is not null) matching.Take(row, found, MatchKind.BankId);
            else Repeat(row, rows);
        }
    }

    /// <summary>On one day two payees are two entries, whatever the bank calls them.</summary>
    private static bool IsSame(DraftRow row, KnownEntry entry, bool isReference)
    {
        var days = entry.DaysFrom(row);
        if (days == 0) return entry.Payee == row.Entry!.Payee || Payees.Compare(row.Entry.Payee, entry.Payee) is not PayeeMatch.Different;
        return !isReference && days <= (entry.Pending ? DaysUntilBooked : KnownEntries.Days);
    }

    private static void Repeat(DraftRow row, List<DraftRow> rows)
    {
        var first = rows.TakeWhile(other => other != row).FirstOrDefault(other => other.Repeats is null && other.Entry!.Date == row.Entry!.Date
            && Payees.Compare(row.Entry.Payee, other.Entry.Payee) is not PayeeMatch.Different);
        if (first is null) return;
        row.Repeats = first;
        row.Match = new RowMatch(MatchKind.BankId, null, first.Number, 0, Payees.Compare(row.Entry!.Payee, first.Entry!.Payee), Deleted: false);
    }
}
