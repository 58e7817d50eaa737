namespace MyBudget.Features.Imports.ImportFile;

/// <summary>
/// Brings together rows and what a person entered, or the bank has not booked yet: some days apart, with a payee that is alike or missing.
/// All rows and entries of one amount are looked at together, so that the best pairs are made and not the first.
/// </summary>
internal static class OpenEntryMatches
{
    // A day more counts more the farther away it is, so that one sure pair wins over two doubtful ones.
    private const int Unmatched = 30;
    private const int MissingPayee = 3;

    private const int Most = 50;

    public static void Mark(Matching matching)
    {
        var entries = matching.Untaken.Where(entry => entry is { IsOpen: true, Deleted: false })
            .ToLookup(entry => (entry.AccountId, entry.Amount));
        foreach (var rows in matching.Open.Where(row => entries.Contains((row.AccountId, row.Amount))).GroupBy(row => (row.AccountId, row.Amount)).ToList())
        {
            foreach (var (
                some, candidates) in Apart([.. rows.OrderBy(row => row.Date)], [.. entries[rows.Key].OrderBy(entry => entry.Date)]))
            {
                // Nobody makes so many equal entries within days. On a line of days pairs that do not cross are the best anyway.
                if (some.Count <= Most && candidates.Count <= Most) Mark(matching, some, candidates);
                else MarkInTurn(matching, some, candidates);
            }
        }
    }

    private static void MarkInTurn(Matching matching, IReadOnlyList<DraftRow> rows, IReadOnlyList<KnownEntry> entries)
    {
        var from = 0;
        foreach (var some in rows.Chunk(Most))
        {
            while (from < entries.Count && entries[from].Date < some[0].Date.AddDays(-KnownEntries.Days)) from++;
            var left = new List<KnownEntry>();
            for (var index = from; index < entries.Count && left.Count < 2 * Most
                && entries[index].Date <= some[^1].Date.AddDays(KnownEntries.Days); index++)
            {
                if (!matching.IsTaken(entries[index])) left.Add(entries[index]);
                else if (index == from) from++;
            }

            Mark(matching, some, left);
        }
    }

    private static void Mark(Matching matching, IReadOnlyList<DraftRow> rows, IReadOnlyList<KnownEntry> entries)
    {
        var pairs = Assignment.Best(rows.Count, entries.Count, Unmatched, (row, entry) => Cost(matching, rows[row], entries[entry]));
        foreach (var (row, entry) in pairs) matching.Take(rows[row], entries[entry], MatchKind.Content);
    }

    /// <summary>Null where they cannot be the same.</summary>
    private static int? Cost(Matching matching, DraftRow row, KnownEntry entry)
    {
        var days = entry.DaysFrom(row);
        if (days > KnownEntries.Days || matching.IsTaken(entry) || matching.HaveOtherIds(row, entry) || row.Date > entry.SettledOn
            || IsOfAnotherKind(row, entry))
            return null;
        return Payees.Compare(row, entry) switch
        {
            PayeeMatch.Different => null,
            PayeeMatch.Missing => days * days + MissingPayee,
            _ => days * days,
        };
    }

    /// <summary>
    /// What the file calls a transfer to an own account is no expense that a person entered, nor a transfer elsewhere, however well amount and days
    /// agree: met by that, its other side would be missing.
    /// </summary>
    private static bool IsOfAnotherKind(DraftRow row, KnownEntry entry) =>
        !entry.FromBank && row.TransferAccountId is { } other && entry.OtherAccountId != other;

    /// <summary>Parts between which no day is near enough, each with its rows and entries.</summary>
    private static IEnumerable<(IReadOnlyList<DraftRow>, IReadOnlyList<KnownEntry>)> Apart(List<DraftRow> rows, List<KnownEntry> entries)
    {
        int fromRow = 0, fromEntry = 0;
        while (fromRow < rows.Count && fromEntry < entries.Count)
        {
            int toRow = fromRow, toEntry = fromEntry;
            var last = Min(rows[fromRow].Date, entries[fromEntry].Date);
            for (var grown = true; grown;)
            {
                grown = false;
                for (; toRow < rows.Count
                    && rows[toRow].Date <= last.AddDays(KnownEntries.Days); toRow++, grown = true) last = Max(
                        last, rows[toRow].Date);
                for (; toEntry < entries.Count
                    && entries[toEntry].Date <= last.AddDays(KnownEntries.Days); toEntry++, grown = true) last = Max(
                        last, entries[toEntry].Date);
            }

            if (toRow > fromRow && toEntry > fromEntry) yield return (rows[fromRow..toRow], entries[fromEntry..toEntry]);
            (fromRow, fromEntry) = (toRow, toEntry);
        }
    }

    private static DateOnly Min(DateOnly one, DateOnly other) => one < other ? one : other;

    private static DateOnly Max(DateOnly one, DateOnly other) => one > other ? one : other;
}
