using MyBudget.Infrastructure.Operations.Retention;

namespace MyBudget.Features.Notifications;

/// <summary>What nobody looks at any more.</summary>
internal static class NotificationsRetention
{
    public static void AddNotificationsRetention(this IServiceCollection services)
    {
        services.AddRetentionRule(new("ReadNotifications", Inbox.Table, "(data->>'readAt')::timestamptz < $1", TimeSpan.FromDays(90)));
        services.AddRetentionRule(new("UnreadNotifications", Inbox.Table, "(data->>'createdAt')::timestamptz < $1", TimeSpan.FromDays(365)));
        // FCM advises against tokens that were not seen for a month or two: their app is gone.
        services.AddRetentionRule(new("UnseenDevices", "mt_doc_device", "(data->>'lastSeenAt')::timestamptz < $1", TimeSpan.FromDays(60)));
        services.AddRetentionRule(new(
            "SignedOutDevices", "mt_doc_device",
            """
            not exists (
                select from mt_doc_sign_in_session sign_in
                where sign_in.id = (mt_doc_device.data->>'sessionId')::uuid and sign_in.ended_at is null
                  and (sign_in.data->>'expiresAt')::timestamptz > $1)
            """, TimeSpan.Zero, IsFixed: true));
    }
}
