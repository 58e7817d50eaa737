namespace MyBudget.Features.Identity.EndSession;

internal static class EndSessionEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapDelete("/sessions/{id:guid}", (Guid id, CurrentUser user, SessionCookie cookie, IMediator mediator, CancellationToken ct) =>
        {
            if (id == user.SessionId) cookie.DropWith(StatusCodes.Status204NoContent);
            return mediator.Send(new EndSession(user.UserId, id), ct).OrNotFound();
        })
        .RequireAuthorization(Policies.SignedIn)
        .WithSummary("Sign out one of the user's devices at once")
        .TakesSessionHeader("`cookie` from a browser: where this is its own session, its cookie goes, too.");
}
