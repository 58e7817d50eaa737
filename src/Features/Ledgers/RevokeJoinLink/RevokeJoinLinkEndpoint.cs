namespace MyBudget.Features.Ledgers.RevokeJoinLink;

internal static class RevokeJoinLinkEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapDelete("/join-links/{id:guid}", (Guid ledgerId, Guid id, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new RevokeJoinLink(ledgerId, id), ct).OrNotFound())
        .RequireAuthorization(Policies.LedgerOwner)
        .WithSummary("Take a join link back, and with it what was asked by it and is not answered yet");
}
