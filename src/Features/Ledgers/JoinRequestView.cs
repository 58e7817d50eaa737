namespace MyBudget.Features.Ledgers;

/// <summary>An open request to join, as the ledger's owners see it.</summary>
/// <param name="Id">UUID.</param>
/// <param name="UserId">Who asks.</param>
/// <param name="DisplayName">What they call themselves.</param>
/// <param name="Email">Their address, which they have confirmed.</param>
/// <param name="Message">What they wrote; null for nothing.</param>
/// <param name="Role">What the owner had in mind who made the link; null for nothing.</param>
/// <param name="AskedAt">UTC.</param>
/// <param name="ExpiresAt">Until when it can be answered, UTC.</param>
internal sealed record JoinRequestView(
    Guid Id, Guid UserId, string DisplayName, string Email, string? Message, LedgerRole? Role, DateTimeOffset AskedAt, DateTimeOffset ExpiresAt);

/// <summary>A request to join, as who asked sees it.</summary>
/// <param name="Id">UUID.</param>
/// <param name="Ledger">The ledger's name.</param>
/// <param name="LedgerId">The ledger, once the user was let in; null before.</param>
/// <param name="Status">Whether an owner has answered, and how.</param>
/// <param name="Message">What the user wrote; null for nothing.</param>
/// <param name="AskedAt">UTC.</param>
/// <param name="ExpiresAt">Until when it is kept, UTC.</param>
internal sealed record SentJoinRequest(
    Guid Id, string Ledger, Guid? LedgerId, JoinRequestStatus Status, string? Message, DateTimeOffset AskedAt, DateTimeOffset ExpiresAt)
{
    public static SentJoinRequest Of(JoinRequest request, Ledger ledger) => new(
        request.Id, ledger.Name, request.Status is JoinRequestStatus.Accepted ? ledger.Id : null, request.Status, request.Message, request.AskedAt,
        request.ExpiresAt);
}
