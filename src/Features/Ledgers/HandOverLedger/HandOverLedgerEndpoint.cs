namespace MyBudget.Features.Ledgers.HandOverLedger;

internal static class HandOverLedgerEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPost("/handover", (Guid ledgerId, HandoverRequest body, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new HandOverLedger(ledgerId, body), ct).NoContent())
        .RequireAuthorization(Policies.LedgerOwner)
        .WithSummary("Hand the ledger over to another member, who becomes an owner, and be one no longer; both or neither")
        .Refuses(StatusCodes.Status422UnprocessableEntity);
}

/// <param name="UserId">The member who becomes an owner, or is one already.</param>
/// <param name="Role">What the user is in the ledger from then on; <c>none</c> to leave it.</param>
[RequiredMembers("userId", "role")]
internal sealed record HandoverRequest(Guid? UserId, RoleAfterHandover? Role);

public enum RoleAfterHandover
{
    None,
    Viewer,
    Editor,
}
