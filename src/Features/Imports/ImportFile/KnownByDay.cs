namespace MyBudget.Features.Imports.ImportFile;

/// <summary>The entries no row has been matched with yet, by account, amount and day.</summary>
internal sealed class KnownByDay
{
    /// <summary>Of very many equal entries on one day only so many are compared: a file cannot make this take forever.</summary>
    private const int Most = 50;

    private readonly Dictionary<(Guid AccountId, long Amount, DateOnly Date), List<KnownEntry>> _left;

    public KnownByDay(IEnumerable<KnownEntry> known) =>
        _left = known.GroupBy(entry => (entry.AccountId, entry.Amount, entry.Date)).ToDictionary(group => group.Key, group => group.ToList());

    /// <summary>Two ids of the same bank account are two entries, however alike they are.</summary>
    public static bool HaveOtherIds(DraftRow row, KnownEntry entry) =>
        row.BankId is not null && entry.BankId is not null && !string.Equals(row.BankId, entry.BankId, StringComparison.Ordinal);

    /// <summary>An acceptable entry that many days before or after the row.</summary>
    public (KnownEntry Entry, PayeeMatch Payee)? Take(DraftRow row, int days, Func<KnownEntry, PayeeMatch, bool> accepts)
    {
        if (_left.Count == 0) return null;
        return TakeOn(row, row.Entry!.Date.AddDays(-days), accepts) ?? (days == 0 ? null : TakeOn(row, row.Entry.Date.AddDays(days), accepts));
    }

    private (KnownEntry, PayeeMatch)? TakeOn(DraftRow row, DateOnly day, Func<KnownEntry, PayeeMatch, bool> accepts)
    {
        if (!_left.TryGetValue((row.Entry!.AccountId, row.Entry.Amount, day), out var entries)) return null;

        for (int index = entries.Count - 1, compared = 0; index >= 0 && compared < Most; index--)
        {
            var entry = entries[index];
            if (entry.IsTaken)
            {
                entries.RemoveAt(index);
                continue;
            }

            compared++;
            if (HaveOtherIds(row, entry)) continue;
            var payee = Payees.Compare(row.Entry.Payee, entry.Payee);
            if (!accepts(entry, payee)) continue;

            entry.IsTaken = true;
            entries.RemoveAt(index);
            return (entry, payee);
        }

        return null;
    }
}
