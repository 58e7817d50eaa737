namespace MyBudget.Features.Imports.ImportFile;

/// <summary>
/// The same statement in another format, or another download of a bank that makes ids anew: ids never meet, but nearly all days and amounts
/// do. How payees are spelled tells nothing then. A bank whose ids stay would tell its entries by the same ids, and leave none of them
/// for other rows.
/// </summary>
internal static class ToldAgain
{
    /// <summary>Fewer rows can be equal entries of one day by chance.</summary>
    private const int Fewest = 3;

    /// <summary>So many come again for each that does not: some are booked late, with an earlier day.</summary>
    private const int Majority = 3;

    public static void Mark(Matching matching)
    {
        var known = matching.Untaken.Where(entry => entry.FromBank).ToLookup(entry => entry.AccountId);
        foreach (var rows in matching.Open.Where(row => matching.IdOf(row) is not null).GroupBy(row => row.AccountId).ToList())
        {
            List<KnownEntry> entries = [.. known[rows.Key]];
            if (entries.Exists(entry => entry.BankId is not null) && IsProven([.. rows], entries)) matching.Distrust(rows.Key, rows);
        }
    }

    private static bool IsProven(List<DraftRow> rows, List<KnownEntry> known)
    {
        var told = rows.CountBy(row => new Content(row.Date, row.Amount)).ToDictionary();
        var there = known.GroupBy(Of).ToDictionary(group => group.Key, group => group.DistinctBy(entry => (entry.Side, entry.Part)).Count());
        List<Content> both = [.. told.Keys.Where(there.ContainsKey)];
        var twins = both.Sum(content => Math.Min(told[content], there[content]));
        if (twins < Fewest) return false;

        var (inner, edge) = New(told, there);
        inner += Missing(told, known);
        if (inner + edge == 0) return both.Count > 1;
        return both.Count >= Fewest && both.DistinctBy(content => content.Date).Count() > 1 && twins >= Majority * inner && twins >= edge;
    }

    /// <summary>
    /// Rows that are new on days of which the ledger has something. On the first and the last of them what was told before may begin or end.
    /// </summary>
    private static (int Inner, int Edge) New(Dictionary<Content, int> told, Dictionary<Content, int> there)
    {
        var days = there.Keys.Select(content => content.Date).ToHashSet();
        var (first, last) = (days.Min(), days.Max());
        var missing = told.Where(rows => days.Contains(rows.Key.Date))
            .ToLookup(rows => rows.Key.Date == first || rows.Key.Date == last, rows => Math.Max(0, rows.Value - there.GetValueOrDefault(rows.Key)));
        return (missing[false].Sum(), missing[true].Sum());
    }

    /// <summary>Entries within the days of the file that it does not tell.</summary>
    private static int Missing(Dictionary<Content, int> told, List<KnownEntry> known)
    {
        var (first, last) = (told.Keys.Min(content => content.Date), told.Keys.Max(content => content.Date));
        var met = known.Where(entry => told.ContainsKey(Of(entry))).Select(entry => entry.Side).ToHashSet();
        return known.Where(entry => entry is { Pending: false, Deleted: false } && entry.Date > first && entry.Date < last)
            .Select(entry => entry.Side).Distinct().Count(side => !met.Contains(side));
    }

    private static Content Of(KnownEntry entry) => new(entry.Date, entry.Amount);

    private readonly record struct Content(DateOnly Date, long Amount);
}
