using MyBudget.Features.Notifications.Contracts;

namespace MyBudget.Features.Notifications;

/// <summary>The devices that may be pushed to: those whose sign-in has not ended.</summary>
internal sealed class Devices(IDocumentSession session, TimeProvider time)
{
    public async Task<ILookup<Guid, ReachableDevice>> ReachableAsync(Guid[] users, CancellationToken cancellationToken)
    {
        var found = await session.Sql(
            $"""
             select device.user_id, device.id, device.data->>'locale' from {NotificationsTables.Devices:raw} device
             join {SecurityTables.SignIns:raw} sign_in on sign_in.id = (device.data->>'sessionId')::uuid
             where device.user_id = any({users}) and sign_in.ended_at is null
               and (sign_in.data->>'expiresAt')::timestamptz > {time.GetUtcNow()}
             """)
            .ListAsync(
                row => new ReachableDevice(row.GetGuid(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2)), cancellationToken);
        return found.ToLookup(device => device.UserId);
    }
}

/// <param name="UserId">Who is signed in there.</param>
/// <param name="Id">The installation.</param>
/// <param name="Locale">The language it wants; null for the user's.</param>
internal sealed record ReachableDevice(Guid UserId, string Id, string? Locale);
