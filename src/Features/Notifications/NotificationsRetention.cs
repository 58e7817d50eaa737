using MyBudget.Features.Notifications.Contracts;
using MyBudget.Infrastructure.Operations.Retention;

namespace MyBudget.Features.Notifications;

/// <summary>What nobody looks at any more.</summary>
internal static class NotificationsRetention
{
    public static void AddNotificationsRetention(this IServiceCollection services)
    {
        services.AddRetentionRule(new(
            "ReadNotifications", NotificationsTables.Inbox, "(data->>'readAt')::timestamptz < $1", TimeSpan.FromDays(90)));
        services.AddRetentionRule(new(
            "UnreadNotifications", NotificationsTables.Inbox, "(data->>'createdAt')::timestamptz < $1", TimeSpan.FromDays(365)));
        // FCM advises against tokens that were not seen for a month or two: their app is gone.
        services.AddRetentionRule(new(
            "UnseenDevices", NotificationsTables.Devices, "(data->>'lastSeenAt')::timestamptz < $1", TimeSpan.FromDays(60)));
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
