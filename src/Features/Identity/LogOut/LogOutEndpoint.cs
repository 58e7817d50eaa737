namespace MyBudget.Features.Identity.LogOut;

internal static class LogOutEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPost("/logout", (CurrentUser user, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new LogOut(user.SessionId), ct).NoContent())
        .RequireAuthorization(Policies.SignedIn)
        .WithSummary("End this session: its access and refresh tokens stop working at once");
}
