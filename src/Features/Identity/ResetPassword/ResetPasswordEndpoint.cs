namespace MyBudget.Features.Identity.ResetPassword;

internal static class ResetPasswordEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPost("/password/reset", (ResetPasswordRequest body, Caller caller, SessionCookie cookie, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new ResetPassword(body, cookie.InstallationOr(body.Installation), caller), ct).NoContent())
        .AllowAnonymous()
        .WithSummary("Set a new password with a mailed code; ends every session of the user")
        .TakesSessionHeader(SessionCookieContract.ProvesInstallation)
        .Refuses(StatusCodes.Status422UnprocessableEntity);
}

/// <param name="Email">Of the account.</param>
/// <param name="Code">Ten digits, good for 10 minutes, five tries and one use; what stands between them does not matter.</param>
/// <param name="NewPassword">8 to 1000 characters; none of those that everybody tries first, nor the user's own name or address.</param>
/// <param name="Installation">What a sign-in answered, if the user has signed in here before.</param>
[RequiredMembers("email", "code", "newPassword")]
internal sealed record ResetPasswordRequest(string? Email, string? Code, string? NewPassword, string? Installation);
