namespace MyBudget.Features.Notifications.RegisterDevice;

internal static class RegisterDeviceEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPut("/{installationId}", async (string installationId, DeviceDetails body, CurrentUser user, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new RegisterDevice(user.UserId, user.SessionId, installationId, body), ct)))
        .RequireAuthorization(Policies.SignedIn)
        .WithSummary("Register this device for pushes, or tell its new address; do it at every start of the app")
        .Refuses(StatusCodes.Status422UnprocessableEntity);
}

/// <param name="Token">The FCM registration token; it is never shown again. A device has this or a Web Push subscription.</param>
/// <param name="WebPush">The browser's Web Push subscription; it is never shown again.</param>
/// <param name="Platform">android, ios or web.</param>
/// <param name="Locale">en or ru; absent for the user's language.</param>
/// <param name="AppVersion">The client's version.</param>
/// <param name="Name">What the user calls the device.</param>
internal sealed record DeviceDetails(
    string? Token, WebPushDetails? WebPush, DevicePlatform? Platform, string? Locale, string? AppVersion, string? Name);

/// <summary>What <c>PushSubscription.toJSON()</c> gives in the browser, and the key that it subscribed with.</summary>
/// <param name="Endpoint">An <c>https</c> address at the browser's push service.</param>
/// <param name="ExpirationTime">As the browser has it; when the subscription has ended, its push service says so.</param>
/// <param name="Keys">What messages to it are encrypted with.</param>
/// <param name="VapidKey">This server's public key that it was made with: <c>webPush.publicKey</c> of the client configuration then.</param>
internal sealed record WebPushDetails(string? Endpoint, double? ExpirationTime, WebPushKeys? Keys, string? VapidKey);

/// <param name="P256dh">The browser's public key: 65 bytes, base64url.</param>
/// <param name="Auth">The secret shared with it: 16 bytes, base64url.</param>
internal sealed record WebPushKeys(string? P256dh, string? Auth);
