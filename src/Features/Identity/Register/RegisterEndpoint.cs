namespace MyBudget.Features.Identity.Register;

internal static class RegisterEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPost("/register", async (RegisterRequest body, Caller caller, SessionCookie cookie, IMediator mediator, CancellationToken ct) =>
            cookie.Answer(await mediator.Send(new Register(body, cookie.InstallationOr(body.Installation), caller), ct), "/api/v1/me"))
        .SwitchedBy(FeatureSwitch.SignUp)
        .AllowAnonymous()
        .WithSummary("Register with an e-mail address and a password, and sign in; a code to confirm the address is mailed")
        .AnswersTokens(StatusCodes.Status201Created)
        .Refuses(StatusCodes.Status409Conflict);
}

/// <param name="Email">At most 254 characters; one account per address, whatever its case.</param>
/// <param name="Password">8 to 1000 characters; none of those that everybody tries first, nor the user's own name or address.</param>
/// <param name="DisplayName">1 to 100 characters.</param>
/// <param name="Locale"><c>en</c> or <c>ru</c>; by default the language of the request.</param>
/// <param name="TimeZone">IANA, by default <c>UTC</c>.</param>
/// <param name="Device">What the list of sessions calls this one; by default the user agent.</param>
/// <param name="Installation">What a sign-in answered here before, whoever's.</param>
[RequiredMembers("email", "password", "displayName")]
internal sealed record RegisterRequest(
    string? Email, string? Password, string? DisplayName, string? Locale, string? TimeZone, string? Device, string? Installation);
