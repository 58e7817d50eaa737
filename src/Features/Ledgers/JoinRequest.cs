namespace MyBudget.Features.Ledgers;

/// <summary>
/// That a user asks to become a member of a ledger. There is one per ledger and user; it is kept until it expires, so that a repeated answer
/// finds it, and a user who was turned down does not ask by the same link again.
/// </summary>
/// <param name="LinkId">By which it was asked.</param>
/// <param name="Role">What the link's owner had in mind.</param>
internal sealed record JoinRequest(
    Guid Id, Guid LedgerId, Guid UserId, Guid LinkId, string? Message, LedgerRole? Role, DateTimeOffset AskedAt, DateTimeOffset ExpiresAt,
    JoinRequestStatus Status = JoinRequestStatus.Open)
{
    public bool IsKept(DateTimeOffset now) => now < ExpiresAt;

    public bool IsOpen(DateTimeOffset now) => Status is JoinRequestStatus.Open && IsKept(now);
}

public enum JoinRequestStatus
{
    Open,
    Accepted,
    Declined,
}
