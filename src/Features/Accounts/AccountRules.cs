namespace MyBudget.Features.Accounts;

internal static class AccountRules
{
    public const int Most = 500;

    public static void EnsureRoom(IReadOnlyCollection<Account> accounts)
    {
        if (accounts.Count >= Most) throw new RuleViolation("accounts.too-many", $"A ledger has at most {Most} accounts.");
    }

    /// <summary>Two open accounts of one name would be told apart by nobody.</summary>
    public static void EnsureNameIsFree(IEnumerable<Account> accounts, Guid? except, string name)
    {
        if (accounts.Any(other => other.Id != except && !other.Closed && string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase)))
            throw RuleViolation.Conflict("accounts.name-taken", "Another open account has this name.");
    }
}
