namespace MyBudget.Features.Notifications.UnregisterDevice;

internal static class UnregisterDeviceEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapDelete("/{installationId}", (string installationId, CurrentUser user, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new UnregisterDevice(user.UserId, installationId), ct).OrNotFound())
        .RequireAuthorization(Policies.SignedIn)
        .WithSummary("Push nothing more to a device");
}
