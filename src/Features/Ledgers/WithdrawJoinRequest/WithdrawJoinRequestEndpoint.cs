namespace MyBudget.Features.Ledgers.WithdrawJoinRequest;

internal static class WithdrawJoinRequestEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapDelete("/{id:guid}", (Guid id, CurrentUser user, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new WithdrawJoinRequest(user.UserId, id), ct).OrNotFound())
        .RequireAuthorization(Policies.SignedIn)
        .WithSummary("Ask no longer, as long as nobody has answered");
}
