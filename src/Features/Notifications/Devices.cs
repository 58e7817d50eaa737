using MyBudget.Infrastructure.Firebase;
using MyBudget.Infrastructure.WebPush;

namespace MyBudget.Features.Notifications;

/// <summary>The devices that may be pushed to: those whose sign-in has not ended.</summary>
internal sealed class Devices(IDocumentSession session, IOptions<FirebaseSettings> firebase, IOptions<WebPushSettings> webPush, TimeProvider time)
{
    /// <summary>Those that this server has a way to.</summary>
    public async Task<ILookup<Guid, ReachableDevice>> ReachableAsync(Guid[] users, CancellationToken cancellationToken)
    {
        var (fcm, browsers) = (firebase.Value.IsOn, webPush.Value.Enabled);
        var found = await session.Sql(
            $"""
             select d.user_id, d.id, d.data->>'locale', d.data->>'webPush' is not null from {NotificationsTables.Devices:raw} d
             where d.user_id = any({users}) and case when d.data->>'webPush' is null then {fcm} else {browsers} end and {IsSignedIn}
             """)
            .ListAsync(
                row => new ReachableDevice(
                    row.GetGuid(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), row.GetBoolean(3) ? PushPayload.WebPush : PushPayload.Fcm),
                cancellationToken);
        return found.ToLookup(device => device.UserId);
    }

    /// <summary>A user's, the one seen last first.</summary>
    public async Task<IReadOnlyList<DeviceView>> ListAsync(Guid userId, CancellationToken cancellationToken)
    {
        var devices = await session.DocumentsAsync<Device>($"where user_id = {userId} and {IsSignedIn}", cancellationToken);
        return [.. devices.OrderByDescending(device => device.LastSeenAt).Select(DeviceView.Of)];
    }

    /// <summary>Otherwise it is pushed to no more, and swept before long.</summary>
    private Sql IsSignedIn =>
        $"""
         exists (
             select from {SecurityTables.SignIns:raw} sign_in
             where sign_in.id = (d.data->>'sessionId')::uuid and sign_in.ended_at is null
               and (sign_in.data->>'expiresAt')::timestamptz > {time.GetUtcNow()})
         """;
}

/// <param name="Locale">The language it wants; null for the user's.</param>
/// <param name="Channel">The way to it.</param>
internal sealed record ReachableDevice(Guid UserId, string Id, string? Locale, string Channel = PushPayload.Fcm);
