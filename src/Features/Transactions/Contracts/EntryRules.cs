namespace MyBudget.Features.Transactions.Contracts;

/// <summary>What an entry must obey in its ledger, whether it is recorded, revised, restored or imported. Who has entries to record decides by it.</summary>
internal static class EntryRules
{
    /// <summary>Decides to record an entry, whether it comes alone, in a batch or out of a bank's file.</summary>
    public static TransactionRecorded Record(this LedgerFacts facts, Entry entry, ImportSource? source, Guid by, DateTimeOffset now) =>
        new(facts.EnsureTransfersCount(facts.EnsureRecordable(entry)), source, by, now);

    public static Entry EnsureRecordable(this LedgerFacts facts, Entry entry)
    {
        EnsureConsistent(facts, entry);
        EnsureOpen(facts, entry);
        return entry;
    }

    /// <summary>The account, which must be there and take entries.</summary>
    public static AccountFacts EnsureOpenAccount(this LedgerFacts facts, Guid id) => facts.Account(id) is { Closed: false } account ? account : throw Closed();

    /// <summary>Checks what the entry says against its accounts and categories.</summary>
    public static void EnsureConsistent(this LedgerFacts facts, Entry entry)
    {
        var account = facts.Account(entry.AccountId);
        facts.EnsureCategory(entry.CategoryId);
        foreach (var split in entry.Splits) facts.EnsureCategory(split.CategoryId);

        EnsureSplitsAddUp(entry);
        foreach (var (amount, _, transfer) in TransfersOf(entry)) EnsureTransfer(amount, transfer, account, facts.Account(transfer.AccountId));
    }

    /// <summary>Within the budget, and outside of it, money only changes its place; from one to the other it may be spent, or come in.</summary>
    public static Entry EnsureTransfersCount(this LedgerFacts facts, Entry entry)
    {
        foreach (var (_, category, transfer) in TransfersOf(entry))
        {
            if (category is null || facts.Account(entry.AccountId).OnBudget != facts.Account(transfer.AccountId).OnBudget) continue;
            throw new RuleViolation(
                "transactions.transfer-category", "Only a transfer between an account on the budget and one off it has a category; the others count nowhere.",
                new Dictionary<string, object?> { ["categoryId"] = category, ["accountId"] = transfer.AccountId });
        }

        return entry;
    }

    private static IEnumerable<(long Amount, Guid? CategoryId, EntryTransfer Transfer)> TransfersOf(Entry entry)
    {
        if (entry.Transfer is { } transfer) yield return (entry.Amount, entry.CategoryId, transfer);
        foreach (var split in entry.Splits)
        {
            if (split.Transfer is { } part) yield return (split.Amount, split.CategoryId, part);
        }
    }

    private static void EnsureSplitsAddUp(Entry entry)
    {
        if (entry.Splits.Count == 0 || Money.Sum(entry.Splits.Select(split => split.Amount)) is var sum && sum == entry.Amount) return;
        var difference = entry.Amount - sum;
        throw new RuleViolation(
            "transactions.splits-sum", $"The splits add up to {sum} minor units; {difference} are missing to the amount of {entry.Amount}.",
            new Dictionary<string, object?> { ["amount"] = entry.Amount, ["sum"] = sum, ["difference"] = difference });
    }

    private static void EnsureTransfer(long amount, EntryTransfer transfer, AccountFacts from, AccountFacts to)
    {
        if (from.Id == to.Id)
            throw new RuleViolation("transactions.transfer-to-itself", "A transfer goes to another account.");
        if (amount == 0 || transfer.Amount == 0 || amount > 0 == transfer.Amount > 0)
            throw new RuleViolation("transactions.transfer-signs", "What leaves one account arrives in the other: the amounts have opposite signs.");
        if (from.Currency == to.Currency && transfer.Amount != -amount)
            throw new RuleViolation("transactions.transfer-amounts", "Within one currency what leaves is what arrives.");
    }

    public static void EnsureCategory(this LedgerFacts facts, Guid? category)
    {
        if (category is not { } id || facts.Categories.ContainsKey(id)) return;
        throw new RuleViolation("transactions.unknown-category", "There is no such category.", new Dictionary<string, object?> { ["categoryId"] = id });
    }

    public static void EnsureOpen(this LedgerFacts facts, Entry entry)
    {
        if (!facts.IsOpen(entry)) throw Closed();
    }

    /// <summary>Whether all accounts of the entry take changes.</summary>
    public static bool IsOpen(this LedgerFacts facts, Entry entry) => EntrySide.Of(entry).All(side => !facts.Account(side.AccountId).Closed);

    public static AccountFacts Account(this LedgerFacts facts, Guid id) => facts.Accounts.TryGetValue(id, out var account)
        ? account
        : throw new RuleViolation("transactions.unknown-account", "There is no such account.", new Dictionary<string, object?> { ["accountId"] = id });

    private static RuleViolation Closed() => new("accounts.closed", "The account is closed and takes no entries.");
}
