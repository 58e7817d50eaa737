using Carter;
using MyBudget.Features.Notifications.DeleteNotification;
using MyBudget.Features.Notifications.GetNotificationPreferences;
using MyBudget.Features.Notifications.GetUnreadCount;
using MyBudget.Features.Notifications.ListDevices;
using MyBudget.Features.Notifications.ListNotifications;
using MyBudget.Features.Notifications.MarkAllRead;
using MyBudget.Features.Notifications.MarkRead;
using MyBudget.Features.Notifications.Push;
using MyBudget.Features.Notifications.RegisterDevice;
using MyBudget.Features.Notifications.SetNotificationPreferences;
using MyBudget.Features.Notifications.Subscribers;
using MyBudget.Features.Notifications.UnregisterDevice;
using MyBudget.Infrastructure.EventStore.Subscriptions;
using MyBudget.Infrastructure.Operations.Retention;
using MyBudget.Infrastructure.WebPush;

namespace MyBudget.Features.Notifications;

public sealed class NotificationsModule : ICarterModule, IFeature
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddSettings<PushSettings>(PushSettings.Section)
            .Validate(
                settings => settings.Concurrency is > 0 and <= PushSettings.MostAtOnce,
                $"{PushSettings.Section}:Concurrency is between 1 and {PushSettings.MostAtOnce}.");
        services.AddSingleton<PushTargets>();
        services.AddSingleton<IOutboxChannel, PushChannel>();
        services.AddSingleton<IOutboxChannel, WebPushChannel>();
        services.AddScoped<Devices>();
        services.AddScoped<Notices>();
        services.AddScoped<LargeLimits>();
        services.AddLedgerSubscriber<EntryNotices>();
        services.AddLedgerSubscriber<SyncPushes>();
        services.AddScoped<IExportSource, NotificationsExport>();
        AddRetention(services);
    }

    public void AddRoutes(IEndpointRouteBuilder app)
    {
        app.MapGroup("/api/v1/notifications").WithTags("Notifications").MapUseCases(
            ListNotificationsEndpoint.Map, GetUnreadCountEndpoint.Map, MarkReadEndpoint.Map, MarkAllReadEndpoint.Map,
            DeleteNotificationEndpoint.Map);

        app.MapGroup("/api/v1/devices").WithTags("Notifications")
            .MapUseCases(ListDevicesEndpoint.Map, RegisterDeviceEndpoint.Map, UnregisterDeviceEndpoint.Map);

        app.MapGroup("/api/v1/notification-preferences").WithTags("Notifications")
            .MapUseCases(GetNotificationPreferencesEndpoint.Map, SetNotificationPreferencesEndpoint.Map);
    }

    /// <summary>What nobody looks at any more.</summary>
    private static void AddRetention(IServiceCollection services)
    {
        services.AddRetentionRule(new(
            "ReadNotifications", NotificationsTables.Inbox, "(data->>'readAt')::timestamptz < $1", TimeSpan.FromDays(90)));
        services.AddRetentionRule(new(
            "UnreadNotifications", NotificationsTables.Inbox, "(data->>'createdAt')::timestamptz < $1", TimeSpan.FromDays(365)));
        services.AddRetentionRule(new(
            "SettledNotifications", NotificationsTables.Inbox, $"{NotificationsTables.EndsAt} <= $1", TimeSpan.Zero, IsFixed: true));
        // FCM advises against tokens that were not seen for a month or two: their app is gone.
        services.AddRetentionRule(new(
            "UnseenDevices", NotificationsTables.Devices, "(data->>'lastSeenAt')::timestamptz < $1", TimeSpan.FromDays(60)));
        // Kept for a while after another was made: a browser may just be subscribing with it.
        services.AddRetentionRule(new(
            "RetiredPushKeys", VapidKeysTable.Name,
            $"""
             exists (select from {VapidKeysTable.Name} newer where newer.generation > {VapidKeysTable.Name}.generation and newer.made_at < $1)
               and not exists (select from {NotificationsTables.Devices} where data->'webPush'->>'vapidKey' = {VapidKeysTable.Name}.public_key)
             """, TimeSpan.FromDays(1), IsFixed: true));
        services.AddRetentionRule(new(
            "SignedOutDevices", NotificationsTables.Devices,
            $"""
             not exists (
                 select from {SecurityTables.SignIns} sign_in
                 where sign_in.id = ({NotificationsTables.Devices}.data->>'sessionId')::uuid and sign_in.ended_at is null
                   and (sign_in.data->>'expiresAt')::timestamptz > $1)
             """, TimeSpan.Zero, IsFixed: true));
    }
}
