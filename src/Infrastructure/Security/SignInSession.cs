namespace MyBudget.Infrastructure.Security;

/// <summary>
/// One sign-in on one device: the family of refresh tokens that follow each other. Access tokens name it in <c>sid</c> and are
/// refused as soon as it has ended.
/// </summary>
/// <param name="Id">Also the <c>sid</c> claim.</param>
/// <param name="Device">What the client called itself, to be recognised in the list of sessions.</param>
/// <param name="LastUsedAt">The last refresh.</param>
/// <param name="ExpiresAt">When the newest refresh token ends: unused for long, or at the end of the session's longest life.</param>
/// <param name="EndedBy">Why it ended: logout, everywhere, revoked, reuse, too-many, password-changed, firebase-user-deleted, operator.</param>
/// <param name="Through">The link to another service's user that it was begun through; null for a password.</param>
/// <param name="Network">Where it was begun: an IPv4 address, or the first half of an IPv6 address.</param>
/// <param name="Installation">The hash of the installation's secret.</param>
/// <param name="ProvenAt">When its user last showed in it who they are; null where that was only the sign-in.</param>
public sealed record SignInSession(
    Guid Id, Guid UserId, string? Device, DateTimeOffset CreatedAt, DateTimeOffset LastUsedAt, DateTimeOffset ExpiresAt,
    DateTimeOffset? EndedAt = null, string? EndedBy = null, string? Through = null, string? Network = null, string? Installation = null,
    DateTimeOffset? ProvenAt = null);
