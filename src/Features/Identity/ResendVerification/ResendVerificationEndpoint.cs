namespace MyBudget.Features.Identity.ResendVerification;

internal static class ResendVerificationEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPost("/verify-email/resend", async (CurrentUser user, Caller caller, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new ResendVerification(user.UserId, caller), ct);
            return TypedResults.Accepted((string?)null);
        })
        .RequireAuthorization(Policies.SignedIn)
        .WithSummary("Mail a new code to confirm the e-mail address; the one before stops working");
}
