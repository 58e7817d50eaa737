namespace MyBudget.Features.Ledgers.DeclineJoinRequest;

internal static class DeclineJoinRequestEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPost("/join-requests/{id:guid}/refusal", (Guid ledgerId, Guid id, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new DeclineJoinRequest(ledgerId, id), ct).OrNotFound())
        .RequireAuthorization(Policies.LedgerOwner)
        .WithSummary("Do not let in who asks; by the same link they cannot ask again");
}
