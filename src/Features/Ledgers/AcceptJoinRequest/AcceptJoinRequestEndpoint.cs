namespace MyBudget.Features.Ledgers.AcceptJoinRequest;

internal static class AcceptJoinRequestEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPost("/join-requests/{id:guid}/acceptance", (Guid ledgerId, Guid id, AcceptanceRequest body, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new AcceptJoinRequest(ledgerId, id, body.Role), ct).OrNotFound(TypedResults.Ok))
        .RequireAuthorization(Policies.LedgerOwner)
        .WithSummary("Make who asks a member; a repeat is the same success")
        .Refuses(StatusCodes.Status422UnprocessableEntity);
}

/// <param name="Role"><c>viewer</c> or <c>editor</c>; a member can be made an owner later.</param>
[RequiredMembers("role")]
internal sealed record AcceptanceRequest(LedgerRole? Role);
