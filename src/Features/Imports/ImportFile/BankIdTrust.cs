namespace MyBudget.Features.Imports.ImportFile;

/// <summary>
/// Some banks' ids are none: they count the rows of a file, or are made anew for each download. Where the file and what was imported
/// overlap, the contents then agree and the ids do not.
/// </summary>
internal static class BankIdTrust
{
    /// <summary>Fewer rows can be equal entries of one day by chance.</summary>
    private const int FewestRenumbered = 3;

    /// <summary>Of very many equal entries on one day only so many are compared.</summary>
    private const int Most = 50;

    public static IReadOnlySet<Guid> Distrusted(IReadOnlyList<DraftRow> drafts, IReadOnlyList<KnownEntry> known)
    {
        var withIds = known.Where(entry => entry is { FromBank: true, BankId: not null }).ToLookup(entry => entry.AccountId);
        return drafts.Where(draft => draft is { HasEntry: true } && withIds.Contains(draft.AccountId) && draft.BankId is not null)
            .GroupBy(draft => draft.AccountId)
            .Where(rows => AreNone([.. rows], [.. withIds[rows.Key]]))
            .Select(rows => rows.Key).ToHashSet();
    }

    private static bool AreNone(IReadOnlyList<DraftRow> rows, IReadOnlyList<KnownEntry> known)
    {
        var byId = known.ToLookup(entry => entry.BankId, StringComparer.Ordinal);
        var met = rows.SelectMany(row =>
            byId[row.BankId].Where(entry => entry.Amount == row.Amount).Take(1).Select(entry => entry.DaysFrom(row))).ToList();
        if (met.Contains(0)) return false;
        // One day is another time zone, and a single entry may be booked anew; that several moved on is a count that began again.
        if (met.Count(days => days > 1) > 1) return true;
        if (met.Any(days => days <= KnownEntries.Days)) return false;

        var byContent = known.ToLookup(entry => (entry.Date, entry.Amount));
        var twins = rows.Count(row => byContent[(row.Date, row.Amount)].Take(Most).Any(entry => AreAlike(row, entry)));
        if (twins == 0) return false;

        // An id that was something else altogether before, on another day and of another amount.
        if (rows.Any(row =>
            byId[row.BankId].Any(entry => !entry.Pending && entry.Amount != row.Amount && entry.Date != row.Date)))
            return true;

        var (first, last) = (known.Min(entry => entry.Date), known.Max(entry => entry.Date));
        var overlapping = rows.Count(row => row.Date >= first && row.Date <= last);
        return twins >= FewestRenumbered && twins == overlapping;
    }

    private static bool AreAlike(DraftRow row, KnownEntry entry) =>
        Payees.Compare(row.Payee, entry.Payee) is not PayeeMatch.Different;
}
