namespace MyBudget.Features.Imports.ImportFile;

/// <summary>An equal id of the bank decides, together with the amount, even if the date has moved.</summary>
internal static class BankIdMatches
{
    /// <summary>How far the date may have moved until a pending entry was booked.</summary>
    private const int DaysUntilBooked = 60;

    /// <summary>Of a reference that comes with very many rows only so many are compared.</summary>
    private const int Most = 50;

    public static void Mark(Matching matching)
    {
        var known = matching.Untaken.Where(entry => entry.BankId is not null)
            .ToLookup(entry => (entry.AccountId, entry.BankId, entry.Amount));
        // Nearly all ids of a large file come once and are new: that is found out without a group for each.
        var hashes = new HashSet<int>();
        var repeated = matching.Rows.Where(row => matching.IdOf(row) is { } id && !hashes.Add(HashOf(id))).Select(row => HashOf(row.BankId!)).ToHashSet();
        var groups = matching.Rows
            .Where(row => matching.IdOf(row) is { } id && (repeated.Contains(HashOf(id)) || known.Contains((row.AccountId, id, row.Amount))))
            .GroupBy(row => (row.AccountId, matching.IdOf(row), row.Amount));
        foreach (var rows in groups) Mark(matching, [.. rows], [.. known[rows.Key]]);
    }

    private static int HashOf(string id) => id.GetHashCode(StringComparison.Ordinal);

    private static void Mark(Matching matching, List<DraftRow> rows, List<KnownEntry> known)
    {
        // The reference of a customer or a contract: it comes with every payment, so the day tells which one it is.
        var isReference = rows.Select(row => row.Date).Distinct().Count() > 1
                          || known.Where(entry => !entry.Pending).Select(entry => (entry.Id, entry.Date)).Distinct().Count() > 1;
        var onDay = new KnownLeft<DateOnly>(matching, known, entry => entry.Date);
        var firsts = new Dictionary<DateOnly, List<DraftRow>>();
        foreach (var row in rows)
        {
            var day = row.Date;
            var found = onDay.Find(day, entry => IsSamePayee(row, entry)) ?? (isReference ? null : Moved(matching, row, known));
            if (found is not null) matching.Take(row, found, MatchKind.BankId);
            else Repeat(row, firsts.TryGetValue(day, out var before) ? before : firsts[day] = []);
        }
    }

    private static KnownEntry? Moved(Matching matching, DraftRow row, List<KnownEntry> known) => known.Take(Most)
        .Where(entry => !matching.IsTaken(entry) && entry.DaysFrom(row) is > 0 and var days
            && days <= (entry.Pending ? DaysUntilBooked : KnownEntries.Days))
        .MinBy(entry => entry.DaysFrom(row));

    /// <summary>On one day two payees are two entries, whatever the bank calls them.</summary>
    private static bool IsSamePayee(DraftRow row, KnownEntry entry) =>
        entry.Payee == row.Payee || Payees.Compare(row.Payee, entry.Payee) is not PayeeMatch.Different;

    private static void Repeat(DraftRow row, List<DraftRow> before)
    {
        var first = before.Take(Most)
            .FirstOrDefault(other => Payees.Compare(row.Payee, other.Payee) is not PayeeMatch.Different);
        if (first is null)
        {
            before.Add(row);
            return;
        }

        row.Repeats = first;
        row.Match = new RowMatch(
            MatchKind.BankId, null, first.Number, 0, Payees.Compare(row.Payee, first.Payee), Deleted: false);
    }
}
