namespace MyBudget.Features.Notifications.ListDevices;

internal static class ListDevicesEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/", async (CurrentUser user, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new ListDevices(user.UserId), ct)))
        .RequireAuthorization(Policies.SignedIn)
        .WithSummary("The user's devices, the one seen last first: at most 20, in one page");
}
