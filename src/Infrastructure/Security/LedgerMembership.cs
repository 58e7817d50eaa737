namespace MyBudget.Infrastructure.Security;

/// <summary>That a user is a member of a ledger. Lives outside ledgers: it is what leads into one.</summary>
public sealed record LedgerMembership(string Id, Guid LedgerId, Guid UserId, LedgerRole Role, DateTimeOffset Since)
{
    public static string IdOf(Guid ledgerId, Guid userId) => $"{ledgerId:D}/{userId:D}";
}
