namespace MyBudget.Features.Identity.LogIn;

internal static class LogInEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPost("/login", async (LogInRequest body, Caller caller, SessionCookie cookie, IMediator mediator, CancellationToken ct) =>
            cookie.Answer(await mediator.Send(new LogIn(body, cookie.InstallationOr(body.Installation), caller), ct)))
        .AllowAnonymous()
        .WithSummary("Sign in with e-mail address and password")
        .WithDescription(SessionCookieContract.MayAskForFactor)
        .AnswersTokens(StatusCodes.Status200OK)
        .Refuses(StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden);
}

/// <param name="Email">In any case.</param>
/// <param name="Password">The password.</param>
/// <param name="Device">What the list of sessions calls this one, at most 200 characters; by default the user agent.</param>
/// <param name="Installation">What a sign-in answered here before, whoever's: a user whom it knows is not told of a new sign-in, nor shut out.</param>
[RequiredMembers("email", "password")]
internal sealed record LogInRequest(string? Email, string? Password, string? Device, string? Installation);
