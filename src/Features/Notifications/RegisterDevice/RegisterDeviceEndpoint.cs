namespace MyBudget.Features.Notifications.RegisterDevice;

internal static class RegisterDeviceEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPut("/{installationId}", async (string installationId, DeviceDetails body, CurrentUser user, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new RegisterDevice(user.UserId, user.SessionId, installationId, body), ct)))
        .RequireAuthorization(Policies.SignedIn)
        .WithSummary("Register this device for pushes, or tell its new token; do it at every start of the app");
}

/// <param name="Token">The FCM registration token; it is never shown again.</param>
/// <param name="Platform">android, ios or web.</param>
/// <param name="Locale">en or ru; absent for the user's language.</param>
/// <param name="AppVersion">The client's version.</param>
/// <param name="Name">What the user calls the device.</param>
internal sealed record DeviceDetails(string? Token, DevicePlatform? Platform, string? Locale, string? AppVersion, string? Name);
