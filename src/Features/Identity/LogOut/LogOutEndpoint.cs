namespace MyBudget.Features.Identity.LogOut;

internal static class LogOutEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPost("/logout", async (CurrentUser user, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new LogOut(user.SessionId), ct);
            return TypedResults.NoContent();
        })
        .RequireAuthorization(Policies.SignedIn)
        .WithSummary("End this session: its access and refresh tokens stop working at once");
}
