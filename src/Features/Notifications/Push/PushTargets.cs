using System.Diagnostics.Metrics;

namespace MyBudget.Features.Notifications.Push;

/// <summary>Where pushes go at the moment they are sent.</summary>
internal sealed class PushTargets(NpgsqlDataSource database, IMeterFactory meters)
{
    private readonly Counter<long> _dropped = meters.Create(TelemetrySetup.Meter)
        .CreateCounter<long>("mybudget.push.tokens_dropped", "{token}", "Devices forgotten because FCM no longer knows them.");

    public async Task<IReadOnlyDictionary<string, PushTarget>> FindAsync(
        string[] installations, Guid[] ledgers, Guid[] named, CancellationToken cancellationToken)
    {
        // Devices whose sign-in has ended are left out, and ledgers that were left: the outbox may have waited longer than its user stayed.
        var found = await database.Sql(
            $"""
             select device.id, device.user_id, device.data->>'token', array(
                 select member.ledger_id from {SecurityTables.Memberships:raw} member
                 where member.user_id = device.user_id and member.ledger_id = any({ledgers})),
                 array(select profile.id from {IdentityTables.Profiles:raw} profile where profile.id = any({named}))
             from {NotificationsTables.Devices:raw} device
             join {SecurityTables.SignIns:raw} sign_in on sign_in.id = (device.data->>'sessionId')::uuid and sign_in.ended_at is null
             where device.id = any({installations})
             """)
            .ListAsync(
                row => (
                    Id: row.GetString(0),
                    Target: new PushTarget(row.GetGuid(1), row.GetString(2), row.GetFieldValue<Guid[]>(3), row.GetFieldValue<Guid[]>(4))),
                cancellationToken);
        return found.ToDictionary(device => device.Id, device => device.Target, StringComparer.Ordinal);
    }

    /// <summary>Forgets the device, unless it has told a new token meanwhile.</summary>
    public async Task ForgetAsync(string installationId, string token, CancellationToken cancellationToken)
    {
        _dropped.Add(await database.Sql(
            $"delete from {NotificationsTables.Devices:raw} where id = {installationId} and data->>'token' = {token}")
            .ExecuteAsync(cancellationToken));
    }
}

/// <param name="Ledgers">Of which of the ledgers asked for they are a member.</param>
/// <param name="Users">Which of those who are named are users still.</param>
internal sealed record PushTarget(Guid UserId, string Token, Guid[] Ledgers, Guid[] Users)
{
    public bool IsFor(PushPayload payload) => UserId == payload.UserId
        && (payload.MemberOf is not { } ledger || Ledgers.Contains(ledger)) && (payload.Names is not { } named || Users.Contains(named));
}
