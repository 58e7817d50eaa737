namespace MyBudget.Features.Identity.VerifyEmail;

internal static class VerifyEmailEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPost("/verify-email", async (VerifyEmailRequest body, CurrentUser user, Caller caller, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new VerifyEmail(user.UserId, body.Code, caller), ct)))
        .RequireAuthorization(Policies.SignedIn)
        .WithSummary("Confirm the e-mail address with the code that was mailed to it")
        .Refuses(StatusCodes.Status422UnprocessableEntity);
}

/// <param name="Code">Ten digits, good for 10 minutes, five tries and one use; what stands between them does not matter.</param>
[RequiredMembers("code")]
internal sealed record VerifyEmailRequest(string? Code);
