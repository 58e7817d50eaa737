namespace MyBudget.Features.Transactions;

/// <summary>What changes of an entry must obey, beside what holds for every entry.</summary>
internal static class ChangeRules
{
    public static Entry EnsureRevisable(this LedgerFacts facts, Entry was, Entry now)
    {
        EnsureUnlocked(was, now);
        facts.EnsureConsistent(now);
        if (MayCountOtherwise(was, now)) facts.EnsureTransfersCount(now);
        facts.EnsureOpen([was], [now]);
        return now;
    }

    public static void EnsureDeletable(this LedgerFacts facts, Entry entry)
    {
        if (EntrySide.Of(entry).Any(side => side.Status is EntryStatus.Reconciled)) throw Protected();
        facts.EnsureOpen(entry);
    }

    /// <summary>A closed account lets nothing change its balances, on some day or of what the bank has booked; what others have may change.</summary>
    public static void EnsureOpen(this LedgerFacts facts, IEnumerable<Entry> was, IEnumerable<Entry> now)
    {
        var moved = new Dictionary<(Guid AccountId, DateOnly Date, bool Pending), long>();
        foreach (var (side, sign) in was.SelectMany(EntrySide.Of).Select(side => (side, -1)).Concat(now.SelectMany(EntrySide.Of).Select(side => (side, 1))))
        {
            var key = (side.AccountId, side.Date, side.Status is EntryStatus.Pending);
            moved[key] = checked(moved.GetValueOrDefault(key) + sign * side.Amount);
        }

        foreach (var (key, amount) in moved)
        {
            if (amount != 0) facts.EnsureOpenAccount(key.AccountId);
        }
    }

    /// <summary>
    /// Of a side that is reconciled the account, the amount and the day stay; of the entry's own also all that the entry says. Taking a lock
    /// off is a change of its own, so that no edit slips through with it.
    /// </summary>
    private static void EnsureUnlocked(Entry was, Entry now)
    {
        if (ChangesStatusesAlone(was, now)) return;
        if (was.Status is EntryStatus.Reconciled && WithoutOtherSides(was) != WithoutOtherSides(now)) throw Protected();
        EnsureSidesStay([was], [now]);
    }

    /// <summary>What is reconciled in some account is still so, of the same amount and day.</summary>
    public static void EnsureSidesStay(IEnumerable<Entry> was, IEnumerable<Entry> now)
    {
        List<EntrySide> left = [.. now.SelectMany(EntrySide.Of)];
        if (was.SelectMany(EntrySide.Of).Any(side => side.Status is EntryStatus.Reconciled && !left.Remove(side))) throw Protected();
    }

    private static bool ChangesStatusesAlone(Entry was, Entry now)
    {
        List<EntrySide> sides = [.. EntrySide.Of(was)];
        return EntrySide.Of(now).Count() == sides.Count && now.WithStatuses((place, _) => sides[place].Status) == was.Condensed();
    }

    private static Entry WithoutOtherSides(Entry entry)
    {
        var other = new EntryTransfer(Guid.Empty, 0);
        return entry with
        {
            Transfer = entry.Transfer is null ? null : other,
            Splits = [.. entry.Splits.Select(split => split with { Transfer = split.Transfer is null ? null : other })],
        };
    }

    /// <summary>An account may have gone on or off the budget since: what is left as it was stays.</summary>
    private static bool MayCountOtherwise(Entry was, Entry now) =>
        now.AccountId != was.AccountId || now.CategoryId != was.CategoryId || now.Transfer?.AccountId != was.Transfer?.AccountId
        || !now.Splits.Select(split => (split.CategoryId, split.Transfer?.AccountId)).SequenceEqual(was.Splits.Select(split => (split.CategoryId, split.Transfer?.AccountId)));

    /// <summary>What a transfer brings to the other account when the client does not say.</summary>
    public static long AmountThatArrives(this LedgerFacts facts, Guid from, Guid to, long amount) =>
        facts.Account(from).Currency == facts.Account(to).Currency
            ? -amount
            : throw new RuleViolation("transactions.transfer-amount-required", "The accounts' currencies differ: say what arrives.");

    private static RuleViolation Protected() =>
        new("transactions.reconciled", "The entry is reconciled; unlock it first by changing nothing but its status.");
}
