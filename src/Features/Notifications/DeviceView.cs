namespace MyBudget.Features.Notifications;

/// <summary>A device that is pushed to, without its address.</summary>
/// <param name="InstallationId">The id the client chose.</param>
/// <param name="Platform">What it runs on.</param>
/// <param name="Transport">How it is reached.</param>
/// <param name="Locale">The language it wants to be addressed in; null for the user's.</param>
/// <param name="AppVersion">The client's version.</param>
/// <param name="Name">What its user calls it.</param>
/// <param name="RegisteredAt">First seen, UTC.</param>
/// <param name="LastSeenAt">Last registered, UTC.</param>
internal sealed record DeviceView(
    string InstallationId, DevicePlatform Platform, PushTransport Transport, string? Locale, string? AppVersion, string? Name, DateTimeOffset RegisteredAt, DateTimeOffset LastSeenAt)
{
    public static DeviceView Of(Device device) => new(
        device.Id, device.Platform, device.WebPush is null ? PushTransport.Fcm : PushTransport.WebPush, device.Locale, device.AppVersion, device.Name, device.RegisteredAt, device.LastSeenAt);
}
