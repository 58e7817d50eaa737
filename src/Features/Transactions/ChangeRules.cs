namespace MyBudget.Features.Transactions;

/// <summary>What changes of an entry must obey, beside what holds for every entry.</summary>
internal static class ChangeRules
{
    public static Entry EnsureRevisable(this LedgerFacts facts, Entry was, Entry now)
    {
        // Taking the lock off is a change of its own, so that no edit slips through with it.
        if (was.Status is EntryStatus.Reconciled && now != was with { Status = now.Status }) throw Protected();

        facts.EnsureConsistent(now);
        if (ChangesBalances(was, now))
        {
            facts.EnsureOpen(was);
            facts.EnsureOpen(now);
        }

        return now;
    }

    /// <summary>On some day, or of what the bank has booked.</summary>
    private static bool ChangesBalances(Entry was, Entry now) =>
        now.AccountId != was.AccountId || now.Amount != was.Amount || now.Transfer != was.Transfer || now.Date != was.Date
        || now.Status is EntryStatus.Pending != was.Status is EntryStatus.Pending;

    public static void EnsureDeletable(this LedgerFacts facts, Entry entry)
    {
        if (entry.Status is EntryStatus.Reconciled) throw Protected();
        facts.EnsureOpen(entry);
    }

    /// <summary>What a transfer brings to the other account when the client does not say.</summary>
    public static long AmountThatArrives(this LedgerFacts facts, Guid from, Guid to, long amount) =>
        facts.Account(from).Currency == facts.Account(to).Currency
            ? -amount
            : throw new RuleViolation("transactions.transfer-amount-required", "The accounts' currencies differ: say what arrives.");

    private static RuleViolation Protected() =>
        new("transactions.reconciled", "The entry is reconciled; unlock it first by changing nothing but its status.");
}
