namespace MyBudget.Features.Identity.ResetPassword;

internal static class ResetPasswordEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPost("/password/reset", (ResetPasswordRequest body, Caller caller, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new ResetPassword(body, caller), ct).NoContent())
        .AllowAnonymous()
        .WithSummary("Set a new password with a mailed code; ends every session of the user")
        .Refuses(StatusCodes.Status422UnprocessableEntity);
}

/// <param name="Email">Of the account.</param>
/// <param name="Code">Good for 15 minutes, five tries and one use.</param>
/// <param name="NewPassword">8 to 1000 characters, not the e-mail address.</param>
[RequiredMembers("email", "code", "newPassword")]
internal sealed record ResetPasswordRequest(string? Email, string? Code, string? NewPassword);
