namespace MyBudget.Features.Ledgers;

/// <summary>
/// By which somebody whose address the owner need not know can ask to become a member of a ledger. Lives outside ledgers, since those who
/// are not members yet have to find it.
/// </summary>
/// <param name="CodeHash">Of its code, see <see cref="JoinCodes"/>.</param>
/// <param name="Role">What its owner had in mind for who asks; null for nothing.</param>
/// <param name="Salt">Random: a link that is given the id of one before it has another code. Links from before there was one have none.</param>
/// <param name="RevokedAt">When an owner took it back. It is kept until it would have expired, so that a delayed repeat does not make it again.</param>
internal sealed record JoinLink(
    Guid Id, Guid LedgerId, string CodeHash, LedgerRole? Role, Guid CreatedBy, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt,
    Guid? Salt = null, DateTimeOffset? RevokedAt = null)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    public bool IsOpen(DateTimeOffset now) => RevokedAt is null && now < ExpiresAt;

    /// <summary>Its code finds nothing any more, whoever looks: also a release that does not know of revoked links.</summary>
    public JoinLink Revoke(DateTimeOffset now) => this with { RevokedAt = now, CodeHash = $"revoked {Id:N}" };
}
