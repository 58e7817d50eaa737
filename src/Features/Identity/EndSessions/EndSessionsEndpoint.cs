namespace MyBudget.Features.Identity.EndSessions;

internal static class EndSessionsEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapDelete("/sessions", (bool? current, CurrentUser user, SessionCookie cookie, IMediator mediator, CancellationToken ct) =>
        {
            if (current is true) cookie.DropWith(StatusCodes.Status204NoContent);
            return mediator.Send(new EndSessions(user.UserId, Except: current is true ? null : user.SessionId), ct).NoContent();
        })
        .RequireAuthorization(Policies.SignedIn)
        .WithSummary("Sign out everywhere else at once; with current=true here, too")
        .TakesSessionHeader("`cookie` from a browser: with `current=true` its cookie goes, too.");
}
