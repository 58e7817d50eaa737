using System.Diagnostics.Metrics;
using MyBudget.Infrastructure.Operations.Telemetry;
using Npgsql;

namespace MyBudget.Features.Notifications.Push;

/// <summary>Where pushes go at the moment they are sent.</summary>
internal sealed class PushTargets(NpgsqlDataSource database, IMeterFactory meters)
{
    // Rows of a sign-in that has ended are left out, and ledgers that were left: the outbox may have waited longer than its user stayed.
    private const string Find =
        """
        select device.id, device.user_id, device.data->>'token',
            array(select member.ledger_id from mt_doc_ledger_membership member where member.user_id = device.user_id and member.ledger_id = any($2))
        from mt_doc_device device
        join mt_doc_sign_in_session sign_in on sign_in.id = (device.data->>'sessionId')::uuid and sign_in.ended_at is null
        where device.id = any($1)
        """;

    private readonly Counter<long> _dropped = meters.Create(TelemetrySetup.Meter)
        .CreateCounter<long>("mybudget.push.tokens_dropped", "{token}", "Devices forgotten because FCM no longer knows them.");

    /// <param name="installations">The devices.</param>
    /// <param name="ledgers">Which memberships are of interest.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<IReadOnlyDictionary<string, PushTarget>> FindAsync(
        string[] installations, Guid[] ledgers, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Find);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = installations });
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = ledgers });
        var found = new Dictionary<string, PushTarget>(StringComparer.Ordinal);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            found[reader.GetString(0)] = new PushTarget(reader.GetGuid(1), reader.GetString(2), reader.GetFieldValue<Guid[]>(3));
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
/// <param name="Ledgers">Of which of the ledgers asked for they are a member.</param>
internal sealed record PushTarget(Guid UserId, string Token, Guid[] Ledgers)
{
    public bool IsFor(PushPayload payload) => UserId == payload.UserId && (payload.MemberOf is not { } ledger || Ledgers.Contains(ledger));
}
