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
using MyBudget.Infrastructure.Operations.Configuration;
using MyBudget.Infrastructure.Outbox;

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
        services.AddScoped<Devices>();
        services.AddScoped<Notices>();
        services.AddScoped<LargeLimits>();
        services.AddLedgerSubscriber<EntryNotices>();
        services.AddLedgerSubscriber<SyncPushes>();
        services.AddScoped<IExportSource, NotificationsExport>();
        services.AddNotificationsRetention();
    }

    public void AddRoutes(IEndpointRouteBuilder app)
    {
        var inbox = app.MapGroup("/api/v1/notifications").WithTags("Notifications");
        inbox.MapUseCases(
            ListNotificationsEndpoint.Map, GetUnreadCountEndpoint.Map, MarkReadEndpoint.Map, MarkAllReadEndpoint.Map,
            DeleteNotificationEndpoint.Map);

        var devices = app.MapGroup("/api/v1/devices").WithTags("Notifications");
        devices.MapUseCases(ListDevicesEndpoint.Map, RegisterDeviceEndpoint.Map, UnregisterDeviceEndpoint.Map);

        var preferences = app.MapGroup("/api/v1/notification-preferences").WithTags("Notifications");
        preferences.MapUseCases(GetNotificationPreferencesEndpoint.Map, SetNotificationPreferencesEndpoint.Map);
    }
}
