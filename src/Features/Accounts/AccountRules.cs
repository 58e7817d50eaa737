using Marten;
using MyBudget.Domain;

namespace MyBudget.Features.Accounts;

internal static class AccountRules
{
    public const int Most = 500;

    public static async Task EnsureRoomAsync(this IQuerySession session, CancellationToken cancellationToken)
    {
        if (await session.Query<Account>().CountAsync(cancellationToken) >= Most)
            throw new RuleViolation("accounts.too-many", $"A ledger has at most {Most} accounts.");
    }

    /// <summary>Two open accounts of one name would be told apart by nobody.</summary>
    public static async Task EnsureNameIsFreeAsync(this IQuerySession session, Guid id, string name, CancellationToken cancellationToken)
    {
        var accounts = await session.Query<Account>().ToListAsync(cancellationToken);
        if (accounts.Any(other => other.Id != id && !other.Closed && string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase)))
            throw RuleViolation.Conflict("accounts.name-taken", "Another open account has this name.");
    }
}
