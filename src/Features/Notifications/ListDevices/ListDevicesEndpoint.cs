namespace MyBudget.Features.Notifications.ListDevices;

internal static class ListDevicesEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/", async (CurrentUser user, Devices devices, CancellationToken ct) =>
            TypedResults.Ok(new Page<DeviceView>(await devices.ListAsync(user.UserId, ct), NextCursor: null)))
        .RequireAuthorization(Policies.SignedIn)
        .WithSummary("The user's devices, the one seen last first: at most 20, in one page");
}
