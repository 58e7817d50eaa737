namespace MyBudget.Features.Imports.ImportFile;

/// <summary>
/// A pending row that an older file tells of what a newer one brought as booked, so that the order of the files does not matter. It has no id
/// by which to know it, and the bank has told of the entry but once.
/// </summary>
internal static class BookedMeanwhile
{
    public static void Mark(Matching matching)
    {
        List<DraftRow> rows = [.. matching.Open.Where(row => row.Entry!.Status is EntryStatus.Pending)];
        if (rows.Count == 0) return;
        var once = matching.Untaken.Where(entry => entry is { IsOpen: false, Deleted: false, Parts: 1 })
            .GroupBy(entry => entry.Side).Where(told => told.DistinctBy(entry => entry.Date).Count() == 1).Select(told => told.First());
        var onDay = new KnownLeft<(Guid, long, DateOnly)>(matching, once, entry => (entry.AccountId, entry.Amount, entry.Date));
        for (var days = 1; days <= KnownEntries.Days; days++)
        {
            foreach (var row in rows.Where(row => row.Match is null))
            {
                var key = (row.AccountId, row.Amount, row.Date.AddDays(days));
                if (onDay.Find(key, entry => IsAlike(row, entry) && !matching.HaveOtherIds(row, entry)) is { } entry)
                    matching.Take(row, entry, MatchKind.Content);
            }
        }
    }

    /// <summary>Whether it may have been booked on the entry's day.</summary>
    public static bool IsIn(DraftRow row, KnownEntry entry) =>
        row.Entry!.Status is EntryStatus.Pending && entry.Date > row.Date && entry.DaysFrom(row) <= KnownEntries.Days;

    private static bool IsAlike(DraftRow row, KnownEntry entry) => Payees.Compare(row, entry) is PayeeMatch.Same or PayeeMatch.Similar;
}
