using FluentValidation.Results;
using MyBudget.Infrastructure.WebPush;

namespace MyBudget.Features.Notifications.RegisterDevice;

internal sealed record RegisterDevice(Guid UserId, Guid SessionId, string InstallationId, DeviceDetails Details) : ICommand<DeviceView>;

/// <summary>An installation and an address belong to one user at a time: to the one who registered them last.</summary>
internal sealed class RegisterDeviceHandler(IDocumentSession session, VapidKeys keys, IOptions<WebPushSettings> webPush, TimeProvider time)
    : IRequestHandler<RegisterDevice, DeviceView>
{
    public async Task<DeviceView> Handle(RegisterDevice command, CancellationToken cancellationToken)
    {
        var (details, now) = (command.Details, time.GetUtcNow());
        var subscription = details.WebPush is { } given ? await SubscriptionAsync(given, cancellationToken) : null;
        var hash = Device.HashOf(subscription?.Endpoint ?? details.Token!);
        await LockRegistrationsAsync(cancellationToken);

        var known = await session.LoadAsync<Device>(command.InstallationId, cancellationToken);
        var device = new Device(
            command.InstallationId, command.UserId, command.SessionId, details.Token, hash, details.Platform!.Value, details.Locale,
            details.AppVersion?.Trim(), details.Name?.Trim(), known?.UserId == command.UserId ? known.RegisteredAt : now, now, subscription);
        session.DeleteWhere<Device>(other => other.TokenHash == hash && other.Id != device.Id);
        session.Store(device);
        await DropLeastRecentAsync(device, cancellationToken);
        await session.SaveChangesAsync(cancellationToken);
        return DeviceView.Of(device);
    }

    private async Task<WebPushSubscription> SubscriptionAsync(WebPushDetails given, CancellationToken cancellationToken)
    {
        if (!webPush.Value.Enabled) throw new RuleViolation("notifications.web-push-off", "This server does not push to browsers.");

        var key = WebPushRules.Normal(given.VapidKey!);
        if (await keys.FindAsync(key, cancellationToken) is null)
        {
            throw new ValidationException([
                new ValidationFailure("WebPush.VapidKey", "This is no key of this server: subscribe again with the one that it offers.") { ErrorCode = "vapid-key" },
            ]);
        }

        return new WebPushSubscription(given.Endpoint!, WebPushRules.Normal(given.Keys!.P256dh!), WebPushRules.Normal(given.Keys.Auth!), key);
    }

    /// <summary>Registrations are short and rare, and may be about each other's addresses in any order: one at a time.</summary>
    private async Task LockRegistrationsAsync(CancellationToken cancellationToken)
    {
        await session.BeginAsync(cancellationToken);
        await session.Sql($"select pg_advisory_xact_lock(hashtext('devices'))").ExecuteAsync(cancellationToken);
    }

    private async Task DropLeastRecentAsync(Device device, CancellationToken cancellationToken)
    {
        var others = await session.DocumentsAsync<Device>(
            $"""
             where user_id = {device.UserId} and id <> {device.Id}
             order by (data->>'lastSeenAt')::timestamptz desc offset {Device.MostPerUser - 1}
             """,
            cancellationToken);
        foreach (var other in others) session.Delete(other);
    }
}
