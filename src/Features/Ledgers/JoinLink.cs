namespace MyBudget.Features.Ledgers;

/// <summary>
/// By which somebody whose address the owner need not know can ask to become a member of a ledger. Lives outside ledgers, since those who
/// are not members yet have to find it.
/// </summary>
/// <param name="CodeHash">Of its code, see <see cref="JoinCodes"/>.</param>
/// <param name="Role">What its owner had in mind for who asks; null for nothing.</param>
internal sealed record JoinLink(
    Guid Id, Guid LedgerId, string CodeHash, LedgerRole? Role, Guid CreatedBy, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    public bool IsOpen(DateTimeOffset now) => now < ExpiresAt;
}
