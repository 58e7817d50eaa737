namespace MyBudget.Features.Imports.ImportFile;

/// <summary>
/// Some banks' ids are none: they count the rows of a file, so that the same id is something else in the next one.
/// </summary>
internal static class BankIdTrust
{
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

        // An id that was something else altogether before, on another day and of another amount; while contents do come again.
        return rows.Any(row => byId[row.BankId].Any(entry =>
                   !entry.Pending && entry.Amount != row.Amount && entry.Date != row.Date))
               && HaveTwins(rows, known);
    }

    private static bool HaveTwins(IReadOnlyList<DraftRow> rows, IReadOnlyList<KnownEntry> known)
    {
        var byContent = known.ToLookup(entry => (entry.Date, entry.Amount));
        return rows.Any(row => byContent[(row.Date, row.Amount)].Take(Most).Any(entry => AreAlike(row, entry)));
    }

    private static bool AreAlike(DraftRow row, KnownEntry entry) =>
        Payees.Compare(row.Payee, entry.Payee) is not PayeeMatch.Different;
}
