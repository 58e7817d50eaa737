namespace MyBudget.Features.Identity.EndSession;

internal static class EndSessionEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapDelete("/sessions/{id:guid}", (Guid id, CurrentUser user, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new EndSession(user.UserId, id), ct).OrNotFound())
        .RequireAuthorization(Policies.SignedIn)
        .WithSummary("Sign out one of the user's devices at once");
}
