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
        var named = new HashSet<Guid>();
        foreach (var row in matching.Open)
        {
            // Booked with another amount: a tip, or what was blocked at the pump.
            var pending = matching.IdOf(row) is { } id ? pendingById[(row.AccountId, id)].FirstOrDefault() : null;
            if ((pending ?? Near(row, onDay, named)) is not { } entry) continue;
            named.Add(entry.Id);
            row.Doubtful = new RowMatch(
                pending is null ? MatchKind.Content : MatchKind.BankId, entry.Id, Row: null, entry.DaysFrom(row),
                Payees.Compare(row.Payee, entry.Payee), Deleted: false);
            row.DoubtfulAmount = entry.Amount;
        }
    }

    private static KnownEntry? Near(DraftRow row, KnownLeft<(Guid, long, DateOnly)> onDay, HashSet<Guid> named)
    {
        for (var days = 0; days <= KnownEntries.Days; days++)
        {
            foreach (var day in new[] { row.Date.AddDays(-days), row.Date.AddDays(days) })
            {
                var found = onDay.Find((row.AccountId, row.Amount, day), entry =>
                    !named.Contains(entry.Id) && MayBe(row, entry));
                if (found is not null) return found;
            }
        }

        return null;
    }

    private static bool MayBe(DraftRow row, KnownEntry entry) => entry.IsOpen
        ? !(row.Date > entry.SettledOn)
        : entry.DaysFrom(row) == 0 && Payees.Compare(row.Payee, entry.Payee) is not PayeeMatch.Different;
}
