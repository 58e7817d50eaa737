using System.Diagnostics.Metrics;
using MyBudget.Infrastructure.Telemetry;
using Npgsql;

namespace MyBudget.Features.Notifications.Push;

/// <summary>Where pushes go at the moment they are sent.</summary>
internal sealed class PushTargets(NpgsqlDataSource database, IMeterFactory meters)
{
    // Rows of a sign-in that has ended are left out: the outbox may have waited longer than its user stayed.
    private const string Find =
        """
        select device.id, device.user_id, device.data->>'token' from mt_doc_device device
        join mt_doc_sign_in_session sign_in on sign_in.id = (device.data->>'sessionId')::uuid and sign_in.ended_at is null
        where device.id = any($1)
        """;

    private readonly Counter<long> _dropped = meters.Create(TelemetrySetup.Meter)
        .CreateCounter<long>("mybudget.push.tokens_dropped", "{token}", "Devices forgotten because FCM no longer knows them.");

    public async Task<IReadOnlyDictionary<string, PushTarget>> FindAsync(string[] installations, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Find);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = installations });
        var found = new Dictionary<string, PushTarget>(StringComparer.Ordinal);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) found[reader.GetString(0)] = new PushTarget(reader.GetGuid(1), reader.GetString(2));
        return found;
    }

    /// <summary>Forgets the device, unless it has told a new token meanwhile.</summary>
    public async Task ForgetAsync(string installationId, string token, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("delete from mt_doc_device where id = $1 and data->>'token' = $2");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = installationId });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = token });
        _dropped.Add(await command.ExecuteNonQueryAsync(cancellationToken));
    }
}

/// <param name="UserId">Who is signed in there.</param>
/// <param name="Token">Its registration token.</param>
internal sealed record PushTarget(Guid UserId, string Token);
