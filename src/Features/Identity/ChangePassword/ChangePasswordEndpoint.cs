namespace MyBudget.Features.Identity.ChangePassword;

internal static class ChangePasswordEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPost("/password/change", (ChangePasswordRequest body, CurrentUser user, Caller caller, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new ChangePassword(user.UserId, user.SessionId, body, caller), ct).NoContent())
        .RequireAuthorization(Policies.SignedIn)
        .WithSummary("Change the password; ends every other session of the user")
        .Refuses(StatusCodes.Status422UnprocessableEntity);
}

/// <param name="CurrentPassword">The password so far.</param>
/// <param name="NewPassword">8 to 1000 characters; another one, none of those that everybody tries first, nor the user's own name or address.</param>
/// <param name="Code">For a user who has a second factor: a code of it, or a recovery code.</param>
[RequiredMembers("currentPassword", "newPassword")]
internal sealed record ChangePasswordRequest(string? CurrentPassword, string? NewPassword, string? Code);
