namespace MyBudget.Features.Ledgers.CreateJoinLink;

internal static class CreateJoinLinkEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPost("/join-links", async (Guid ledgerId, JoinLinkRequest? body, IMediator mediator, CancellationToken ct) =>
        {
            var link = await mediator.Send(new CreateJoinLink(ledgerId, body?.Id, body?.Role), ct);
            return TypedResults.Created($"/api/v1/ledgers/{ledgerId}/join-links", link);
        })
        .RequireAuthorization(Policies.LedgerOwner)
        .WithSummary("Make a link by which whoever is signed in can ask to join, for 24 hours; it lets nobody in before an owner confirms")
        .Refuses(StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
}

/// <param name="Id">A UUID chosen by the client, so that a repeat after a lost response makes no second link.</param>
/// <param name="Role"><c>viewer</c> or <c>editor</c>: what is suggested to the owner who confirms; absent for nothing.</param>
internal sealed record JoinLinkRequest(Guid? Id, LedgerRole? Role);
