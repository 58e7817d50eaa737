namespace MyBudget.Features.Ledgers;

/// <summary>Members as clients hold them. They are in the directory outside; that they change, the ledger's own events tell.</summary>
internal static class MemberRows
{
    public const string Kind = "member";

    /// <summary>Without the address, which not every member sees.</summary>
    public static Sql Living(Guid ledgerId) =>
        $"""
         select m.user_id as id, h.version, jsonb_build_object(
             'id', m.user_id, 'userId', m.user_id, 'displayName', coalesce(p.data->>'displayName', {MemberView.Nameless}), 'role', m.data->'role',
             'since', m.data->'since', 'until', null, 'version', h.version) as data
         from {SecurityTables.Memberships:raw} m
         join ({Histories(ledgerId)}) h on h.user_id = m.user_id
         left join {IdentityTables.Profiles:raw} p on p.id = m.user_id
         where m.ledger_id = {ledgerId}
         """;

    public static Sql Changes(Guid ledgerId) =>
        $"""
         select h.user_id as entity_id, h.revision, m.user_id is null as deleted
         from ({Histories(ledgerId)}) h
         left join {SecurityTables.Memberships:raw} m on m.ledger_id = {ledgerId} and m.user_id = h.user_id
         """;

    /// <summary>How often each user was told of in the ledger's events: that is their version, which goes on when they come back.</summary>
    public static async Task<IReadOnlyDictionary<Guid, long>> VersionsAsync(this IQuerySession session, Guid ledgerId, CancellationToken cancellationToken) =>
        (await session.Sql(Histories(ledgerId)).ListAsync(row => (Id: row.GetGuid(0), Version: row.GetInt64(1)), cancellationToken))
            .ToDictionary(row => row.Id, row => row.Version);

    /// <summary>The first event is that of its owner, who is the one in it.</summary>
    private static Sql Histories(Guid ledgerId) =>
        $"""
         select coalesce(data->>'userId', data->>'by')::uuid as user_id, count(*) as version, max((headers->>{LedgerRevision.Header})::bigint) as revision
         from {EventTables.Events:raw}
         where tenant_id = {LedgerScope.TenantOf(ledgerId)} and stream_id = {ledgerId} and (version = 1 or data->>'userId' is not null)
         group by 1
         """;
}
