using System.Security.Claims;

namespace MyBudget.Features.Identity.LogOut;

internal static class LogOutEndpoint
{
    /// <remarks>Anonymous, since an app that was closed for an hour has no access token that is good, and is to end its session all the same.</remarks>
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPost("/logout", (LogOutRequest? body, SessionCookie cookie, ClaimsPrincipal caller, IMediator mediator, CancellationToken ct) =>
        {
            cookie.DropWith(StatusCodes.Status204NoContent, StatusCodes.Status401Unauthorized);
            var session = CurrentUser.TryRead(caller, out _, out var id) ? id : (Guid?)null;
            return mediator.Send(new LogOut(session, cookie.TokenOr(body?.RefreshToken)), ct).NoContent();
        })
        .AllowAnonymous()
        .WithSummary("End this session: its access and refresh tokens stop working at once")
        .WithDescription(
            "Which one, says the refresh token, in the body or in the cookie, or else the access token in `Authorization`; where both are given, "
            + "both sessions end. By a refresh token it may be asked again, and is the same success.")
        .TakesSessionHeader("`cookie` from a browser: the refresh token is that of the cookie, which goes whatever the answer is, the body is `{}`.")
        .Refuses(StatusCodes.Status401Unauthorized);
}

/// <param name="RefreshToken">Any of the session; left out where the cookie has it.</param>
internal sealed record LogOutRequest(string? RefreshToken);
