namespace MyBudget.Features.Imports.ImportFile;

/// <summary>Names the entry that a row may be, where too little speaks for it to leave the row out: the user decides.</summary>
internal static class DoubtfulMatches
{
    public static void Mark(Matching matching)
    {
        var entries = matching.Untaken.Where(entry => !entry.Deleted).ToList();
        var byAmount = entries.ToLookup(entry => (entry.AccountId, entry.Amount));
        var pendingById = entries.Where(entry => entry is { Pending: true, BankId: not null }).ToLookup(entry => (entry.AccountId, entry.BankId));
        var named = new HashSet<Guid>();
        foreach (var row in matching.Open)
        {
            // Booked with another amount: a tip, or what was blocked at the pump.
            var pending = matching.IdOf(row) is { } id ? pendingById[(row.Entry!.AccountId, id)].FirstOrDefault() : null;
            if ((pending ?? Alike(row, byAmount[(row.Entry!.AccountId, row.Entry.Amount)].Where(entry => !named.Contains(entry.Id)))) is not { } entry) continue;
            named.Add(entry.Id);
            row.Doubtful = new RowMatch(
                pending is null ? MatchKind.Content : MatchKind.BankId, entry.Id, Row: null, entry.DaysFrom(row),
                Payees.Compare(row.Entry!.Payee, entry.Payee), Deleted: false);
        }
    }

    private static KnownEntry? Alike(DraftRow row, IEnumerable<KnownEntry> entries) => entries
        .Where(entry => entry.IsOpen
            ? entry.DaysFrom(row) <= KnownEntries.Days && !(row.Entry!.Date > entry.SettledOn)
            : entry.DaysFrom(row) == 0 && Payees.Compare(row.Entry!.Payee, entry.Payee) is not PayeeMatch.Different)
        .MinBy(entry => entry.DaysFrom(row));
}
