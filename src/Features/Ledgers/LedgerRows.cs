using System.Data.Common;

namespace MyBudget.Features.Ledgers;

/// <summary>Ledgers joined with a member's role and the ledger's revision: a view across tenants, one user's at a time.</summary>
internal static class LedgerRows
{
    /// <param name="chosen">A condition, and an order if need be; <c>m</c> is the membership.</param>
    public static Task<IReadOnlyList<LedgerView>> ReadAsync(NpgsqlDataSource database, Sql chosen, CancellationToken cancellationToken) =>
        ReadAsync(database, $"select *, null::timestamptz as deleted_at from {SecurityTables.Memberships:raw}", chosen, cancellationToken);

    /// <summary>Those that were deleted and that the user may restore, the last one first.</summary>
    public static Task<IReadOnlyList<LedgerView>> ReadDeletedAsync(
        NpgsqlDataSource database, Guid userId, DateTimeOffset now, CancellationToken cancellationToken) => ReadAsync(
            database, $"select * from {LedgersTables.DeletedMemberships:raw} where {DeletedLedgers.OwnedBy(userId)}",
            $"m.deleted_at > {now - DeletedLedgers.KeptFor} order by m.deleted_at desc, m.ledger_id desc", cancellationToken);

    /// <summary>As clients hold it: with nothing of the member who reads it.</summary>
    public static Sql Living(Guid ledgerId) =>
        $"""
         select id, (data->>'version')::bigint as version, jsonb_build_object('largeTransactionFrom', null) || data as data
         from {LedgersTables.Ledgers:raw} where tenant_id = {LedgerScope.TenantOf(ledgerId)}
         """;

    private static Task<IReadOnlyList<LedgerView>> ReadAsync(
        NpgsqlDataSource database, Sql memberships, Sql chosen, CancellationToken cancellationToken) =>
        database.Sql(
            $"""
             select l.id, l.data->>'name', l.data->>'currency', m.role, h.revision, l.data->>'createdAt', (l.data->>'version')::int,
                    (l.data->>'largeTransactionFrom')::bigint, m.deleted_at, coalesce((l.data->>'factorRequired')::boolean, false)
             from ({memberships}) m
             join {EventTables.Heads:raw} h on h.ledger_id = m.ledger_id
             join {LedgersTables.Ledgers:raw} l on l.tenant_id = m.ledger_id::text and l.id = m.ledger_id
             where {chosen}
             """)
            .ListAsync(Read, cancellationToken);

    private static LedgerView Read(DbDataReader row)
    {
        DateTimeOffset? deletedAt = row.IsDBNull(8) ? null : row.GetFieldValue<DateTimeOffset>(8);
        return new(
            row.GetGuid(0), row.GetString(1), Currency.Of(row.GetString(2)), Enum.Parse<LedgerRole>(row.GetString(3), ignoreCase: true),
            row.GetInt64(4), DateTimeOffset.Parse(row.GetString(5), CultureInfo.InvariantCulture), row.GetInt32(6),
            row.IsDBNull(7) ? null : row.GetInt64(7), row.GetBoolean(9), deletedAt, deletedAt + DeletedLedgers.KeptFor);
    }
}
