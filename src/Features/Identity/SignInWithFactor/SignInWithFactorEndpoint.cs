namespace MyBudget.Features.Identity.SignInWithFactor;

internal static class SignInWithFactorEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPost("/factor", async (SignInWithFactorRequest body, Caller caller, SessionCookie cookie, IMediator mediator, CancellationToken ct) =>
            cookie.Answer(await mediator.Send(new SignInWithFactor(body, cookie.InstallationOr(body.Installation), caller), ct)))
        .AllowAnonymous()
        .WithSummary("Finish a sign-in with a code of the second factor")
        .WithDescription(
            "Follows a sign-in that was answered with 403 `auth.factor-needed`, and its `challenge`. 401 `auth.factor-code-invalid`: the code is wrong, or "
            + "was used already. 401 `auth.challenge-ended`: five minutes are over, five codes were wrong, or the challenge was used or belongs to "
            + "another installation; sign in anew.")
        .AnswersTokens(StatusCodes.Status200OK)
        .Refuses(StatusCodes.Status401Unauthorized);
}

/// <param name="Challenge">What the sign-in answered.</param>
/// <param name="Code">Six digits that the app shows now, or a recovery code; what stands between them does not matter.</param>
/// <param name="Installation">What the sign-in sent or answered; left out where the cookie has it.</param>
[RequiredMembers("challenge", "code")]
internal sealed record SignInWithFactorRequest(string? Challenge, string? Code, string? Installation);
