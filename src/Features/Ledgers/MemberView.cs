namespace MyBudget.Features.Ledgers;

/// <summary>A member of a ledger, as another member sees them.</summary>
/// <param name="Id">The same as <c>userId</c>.</param>
/// <param name="UserId">The user.</param>
/// <param name="DisplayName">What they call themselves.</param>
/// <param name="Email">Shown to owners once the member has confirmed it, and to the members themselves; otherwise null.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Since">When they became a member, UTC.</param>
/// <param name="Until">When a former member left, UTC; null for members.</param>
/// <param name="Version">Grows when they join, leave, or are given another role or name; it goes on when they come back.</param>
internal sealed record MemberView(
    Guid Id, Guid UserId, string DisplayName, string? Email, LedgerRole Role, DateTimeOffset Since, DateTimeOffset? Until, long Version)
{
    public const string Nameless = "?";

    /// <param name="by">Who sees it.</param>
    /// <param name="isOwner">Whether they are an owner.</param>
    public static MemberView Of(LedgerMembership member, UserProfile? user, Guid by, bool isOwner, long version) => new(
        member.UserId, member.UserId, user?.DisplayName ?? Nameless,
        member.UserId == by || (isOwner && user is { EmailVerified: true }) ? user?.Email : null, member.Role, member.Since, Until: null, version);

    /// <summary>By name as long as they have an account. Their address is nobody's business any more.</summary>
    public static MemberView Of(FormerMember gone, UserProfile? user, long version) => new(
        gone.UserId, gone.UserId, user?.DisplayName ?? Messages.Localize("ledgers.former-member", "Former member"), Email: null, gone.Role, gone.Since, gone.Until,
        version);
}
