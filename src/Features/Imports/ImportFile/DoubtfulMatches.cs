namespace MyBudget.Features.Imports.ImportFile;

/// <summary>Names the entry that a row may be, where too little speaks for it to leave the row out: the user decides.</summary>
internal static class DoubtfulMatches
{
    public static void Mark(Matching matching)
    {
        var entries = matching.Untaken.Where(entry => !entry.Deleted).ToList();
        var onDay = new KnownLeft<(Guid, long, DateOnly)>(matching, entries, entry => (entry.AccountId, entry.Amount, entry.Date));
        var pendingById = entries.Where(entry => entry is { Pending: true, BankId: not null })
            .ToLookup(entry => (entry.AccountId, entry.BankId));
        var named = new HashSet<(Guid, Guid, long, long)>();
        foreach (var row in matching.Open)
        {
            // Booked with another amount: a tip, or what was blocked at the pump.
            var pending = matching.IdOf(row) is { } id ? pendingById[(row.AccountId, id)].FirstOrDefault() : null;
            if ((pending ?? Near(row, onDay, named)) is not { } entry) continue;
            named.Add(KeyOf(entry));
            row.Doubtful = new RowMatch(
                pending is null ? MatchKind.Content : MatchKind.BankId, entry.Id, Row: null, entry.DaysFrom(row),
                Payees.Compare(row, entry), Deleted: false);
            row.DoubtfulAmount = entry.Amount;
        }
    }

    private static KnownEntry? Near(DraftRow row, KnownLeft<(Guid, long, DateOnly)> onDay, HashSet<(Guid, Guid, long, long)> named)
    {
        for (var days = 0; days <= KnownEntries.Days; days++)
        {
            foreach (var day in new[] { row.Date.AddDays(-days), row.Date.AddDays(days) })
            {
                var found = onDay.Find((row.AccountId, row.Amount, day), entry =>
                    !named.Contains(KeyOf(entry)) && MayBe(row, entry));
                if (found is not null) return found;
            }
        }

        return null;
    }

    /// <summary>
    /// What the bank has told of stays on its day, however it spells the payee in another file; what it tells as pending is booked later on.
    /// </summary>
    private static bool MayBe(DraftRow row, KnownEntry entry) => entry.IsOpen
        ? !(row.Date > entry.SettledOn)
        : entry.DaysFrom(row) == 0 || BookedMeanwhile.IsIn(row, entry);

    /// <summary>Equal parts of a split are as many as there are.</summary>
    private static (Guid, Guid, long, long) KeyOf(KnownEntry entry) => (entry.Id, entry.AccountId, entry.Amount, entry.Part);
}
