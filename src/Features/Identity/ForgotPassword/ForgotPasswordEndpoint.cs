namespace MyBudget.Features.Identity.ForgotPassword;

internal static class ForgotPasswordEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPost("/password/forgot", async (ForgotPasswordRequest body, Caller caller, SessionCookie cookie, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new ForgotPassword(body.Email, cookie.InstallationOr(body.Installation), caller), ct);
            return TypedResults.Accepted((string?)null);
        })
        .AllowAnonymous()
        .WithSummary("Mail a code to set a new password; the answer is the same whether or not there is such an account")
        .TakesSessionHeader(SessionCookieContract.ProvesInstallation);
}

/// <param name="Email">Of the account.</param>
/// <param name="Installation">What a sign-in answered, if the user has signed in here before.</param>
[RequiredMembers("email")]
internal sealed record ForgotPasswordRequest(string? Email, string? Installation);
