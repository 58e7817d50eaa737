namespace MyBudget.Features.Identity.SignInWithFirebase;

internal static class SignInWithFirebaseEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPost("/firebase", async (SignInWithFirebaseRequest body, Caller caller, SessionCookie cookie, IMediator mediator, CancellationToken ct) =>
        {
            var (answer, isNew) = await mediator.Send(new SignInWithFirebase(body, cookie.InstallationOr(body.Installation), caller), ct);
            return cookie.Answer(answer, isNew ? "/api/v1/me" : null);
        })
        .AllowAnonymous()
        .WithSummary("Sign in with a Firebase ID token; the first time, link the account of its confirmed e-mail address or create one")
        .WithDescription(
            "A first sign-in needs an e-mail address that Firebase has confirmed (`auth.firebase-email-needed`). An account that is here "
            + "already under that address is linked only if it has confirmed the address too; else the answer is 409 "
            + "`auth.firebase-link-needed`: sign in with its password and confirm the address, or set a new password by mail, and come again. "
            + "404 `auth.firebase-off`: the server has no Firebase project, or its operator has switched it off; 403 `auth.sign-up-closed`: it "
            + "takes no new users. 503 `auth.firebase-unavailable`: Google gives no answer. " + SessionCookieContract.MayAskForFactor)
        .AnswersTokens(StatusCodes.Status200OK, StatusCodes.Status201Created)
        .Refuses(
            StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound,
            StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity, StatusCodes.Status503ServiceUnavailable);
}

/// <param name="IdToken">Of the Firebase project that the server belongs to; Firebase makes them good for an hour.</param>
/// <param name="Device">What the list of sessions calls this one; by default the user agent.</param>
/// <param name="DisplayName">For a new user; by default what Firebase has, or the address up to its <c>@</c>.</param>
/// <param name="Locale">For a new user: <c>en</c> or <c>ru</c>; by default the language of the request.</param>
/// <param name="TimeZone">For a new user: IANA, by default <c>UTC</c>.</param>
/// <param name="Installation">What a sign-in answered here before, whoever's.</param>
[RequiredMembers("idToken")]
internal sealed record SignInWithFirebaseRequest(
    string? IdToken, string? Device, string? DisplayName, string? Locale, string? TimeZone, string? Installation);
