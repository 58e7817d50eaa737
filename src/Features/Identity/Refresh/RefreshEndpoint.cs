namespace MyBudget.Features.Identity.Refresh;

internal static class RefreshEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPost("/refresh", async (RefreshRequest body, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new Refresh(body.RefreshToken), ct)))
        .AllowAnonymous()
        .WithSummary("Exchange a refresh token for the next one and a new access token")
        .WithDescription(
            "Each refresh token is good once. The one before the newest is answered with the same newest for a short while, in case the "
            + "answer was lost; any older one ends the session, because somebody else must have it.")
        .Refuses(StatusCodes.Status401Unauthorized);
}

/// <param name="RefreshToken">The newest one of the session.</param>
[RequiredMembers("refreshToken")]
internal sealed record RefreshRequest(string? RefreshToken);
