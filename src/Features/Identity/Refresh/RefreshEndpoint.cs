namespace MyBudget.Features.Identity.Refresh;

internal static class RefreshEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPost("/refresh", async (RefreshRequest body, SessionCookie cookie, IMediator mediator, CancellationToken ct) =>
        {
            cookie.DropWith(StatusCodes.Status401Unauthorized);
            return cookie.Answer(await mediator.Send(new Refresh(cookie.DemandTokenOr(body.RefreshToken)), ct));
        })
        .AllowAnonymous()
        .WithSummary("Exchange a refresh token for the next one and a new access token")
        .WithDescription(
            "Each refresh token is good once. The one before the newest is answered with the same newest for a short while, in case the "
            + "answer was lost; any older one ends the session, because somebody else must have it. With `X-MyBudget-Session: cookie` the token is "
            + "that of the cookie, the body is `{}`, and a 401 takes the cookie away.")
        .AnswersTokens(StatusCodes.Status200OK)
        .Refuses(StatusCodes.Status401Unauthorized);
}

/// <param name="RefreshToken">The newest one of the session; left out where the cookie has it.</param>
[RequiredMembers("refreshToken")]
internal sealed record RefreshRequest(string? RefreshToken);
