using System.Diagnostics.Metrics;
using MyBudget.Infrastructure.WebPush;

namespace MyBudget.Features.Notifications.Push;

/// <summary>Where pushes go at the moment they are sent.</summary>
internal sealed class PushTargets(NpgsqlDataSource database, ParameterValues values, TimeProvider time, IMeterFactory meters)
{
    private readonly Counter<long> _dropped = meters.Create(TelemetrySetup.Meter).CreateCounter<long>(
        "mybudget.push.tokens_dropped", "{token}", "Devices forgotten because FCM, or a browser's push service, no longer knows them.");

    /// <summary>
    /// Looks up where a batch goes. A device that is gone by now, or somebody else's, or of somebody who left the ledger, is left alone, and so
    /// is one that would be told of somebody who was erased, or asked what was settled meanwhile.
    /// </summary>
    public async Task<Deliver> OpenAsync(IReadOnlyList<OutboxMessage> batch, SendPush send, CancellationToken cancellationToken)
    {
        var payloads = batch.ToDictionary(message => message.Id, PushPayload.Of);
        var known = await FindAsync(
            [.. payloads.Values.Select(payload => payload.InstallationId).Distinct()],
            [.. payloads.Values.Select(payload => payload.MemberOf).OfType<Guid>().Distinct()],
            [.. payloads.Values.Select(payload => payload.Names).OfType<Guid>().Distinct()], cancellationToken);
        var open = await OpenAmongAsync([.. payloads.Values.Select(payload => payload.Asks).OfType<Guid>().Distinct()], cancellationToken);
        return (message, cancellation) =>
        {
            var payload = payloads[message.Id];
            // What was switched off is not made up for: the inbox has it.
            return values.Of(Parameters.Push) && known.TryGetValue(payload.InstallationId, out var target) && target.IsFor(payload)
                && (payload.Asks is not { } asked || open.Contains(asked))
                ? send(message, payload, target, cancellation)
                : Task.FromResult<Delivery>(new Delivery.Done());
        };
    }

    /// <summary>Forgets the device, unless it has told another address meanwhile.</summary>
    public async Task ForgetAsync(string channel, string installationId, string address, CancellationToken cancellationToken)
    {
        var dropped = await database.Sql(
            $"delete from {NotificationsTables.Devices:raw} where id = {installationId} and data->>'tokenHash' = {Device.HashOf(address)}")
            .ExecuteAsync(cancellationToken);
        _dropped.Add(dropped, new KeyValuePair<string, object?>("channel", channel));
    }

    /// <summary>Invitations and requests to join that somebody can still answer.</summary>
    private async Task<HashSet<Guid>> OpenAmongAsync(Guid[] asked, CancellationToken cancellationToken) => asked.Length == 0 ? [] :
    [
        .. await database.Sql(
            $"""
             select open_id from ({LedgersTables.OpenInvitations:raw} union all {LedgersTables.OpenJoinRequests:raw}) open
             where open_id = any({asked}) and ends_at > {time.GetUtcNow()}
             """)
            .ListAsync(row => row.GetGuid(0), cancellationToken),
    ];

    private async Task<IReadOnlyDictionary<string, PushTarget>> FindAsync(
        string[] installations, Guid[] ledgers, Guid[] named, CancellationToken cancellationToken)
    {
        // Devices whose sign-in has ended are left out, and ledgers that were left: the outbox may have waited longer than its user stayed.
        var found = await database.Sql(
            $"""
             select device.id, device.user_id, device.data->>'token', device.data->>'webPush', array(
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
                    Target: new PushTarget(
                        row.GetGuid(1), row.IsDBNull(2) ? null : row.GetString(2),
                        row.IsDBNull(3) ? null : JsonSerializer.Deserialize<WebPushSubscription>(row.GetString(3), StoredJson.Options),
                        row.GetFieldValue<Guid[]>(4), row.GetFieldValue<Guid[]>(5))),
                cancellationToken);
        return found.ToDictionary(device => device.Id, device => device.Target, StringComparer.Ordinal);
    }
}

/// <summary>Sends one push to where it goes.</summary>
internal delegate Task<Delivery> SendPush(OutboxMessage message, PushPayload payload, PushTarget target, CancellationToken cancellationToken);

/// <param name="Token">Null for a browser.</param>
/// <param name="WebPush">Null for what is reached over FCM.</param>
/// <param name="Ledgers">Of which of the ledgers asked for they are a member.</param>
/// <param name="Users">Which of those who are named are users still.</param>
internal sealed record PushTarget(Guid UserId, string? Token, WebPushSubscription? WebPush, Guid[] Ledgers, Guid[] Users)
{
    public bool IsFor(PushPayload payload) => UserId == payload.UserId
        && (payload.MemberOf is not { } ledger || Ledgers.Contains(ledger)) && (payload.Names is not { } named || Users.Contains(named));
}
