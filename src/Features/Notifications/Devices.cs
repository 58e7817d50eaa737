using Marten;
using Npgsql;

namespace MyBudget.Features.Notifications;

/// <summary>The devices that may be pushed to: those whose sign-in has not ended.</summary>
internal sealed class Devices(IDocumentSession session, TimeProvider time)
{
    private const string Reachable =
        """
        select device.user_id, device.id, device.data->>'locale' from mt_doc_device device
        join mt_doc_sign_in_session sign_in on sign_in.id = (device.data->>'sessionId')::uuid
        where device.user_id = any($1) and sign_in.ended_at is null and (sign_in.data->>'expiresAt')::timestamptz > $2
        """;

    public async Task<ILookup<Guid, ReachableDevice>> ReachableAsync(Guid[] users, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Reachable);
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = users });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = time.GetUtcNow().UtcDateTime });
        var found = new List<ReachableDevice>();
        await using var reader = await session.ExecuteReaderAsync(command, cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            found.Add(new ReachableDevice(reader.GetGuid(0), reader.GetString(1), await reader.IsDBNullAsync(2, cancellationToken) ? null : reader.GetString(2)));
        return found.ToLookup(device => device.UserId);
    }
}

/// <param name="UserId">Who is signed in there.</param>
/// <param name="Id">The installation.</param>
/// <param name="Locale">The language it wants; null for the user's.</param>
internal sealed record ReachableDevice(Guid UserId, string Id, string? Locale);
