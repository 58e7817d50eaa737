namespace MyBudget.Features.Ledgers.ExportLedgers;

/// <summary>The ledgers of a user's export: those that are open to them, and those that they can restore.</summary>
internal static class ExportedLedgers
{
    public static Task<IReadOnlyList<ExportedLedger>> ExportedLedgersAsync(this NpgsqlDataSource database, Guid userId, CancellationToken cancellationToken) =>
        database.Sql(
            $"""
             select ledger_id, role, null::timestamptz as deleted_at from {SecurityTables.Memberships:raw}
             where user_id = {userId} and (ledger_id not in ({SecurityTables.DemandingFactor}) or {SecurityTables.HasFactor(userId)})
             union all
             select ledger_id, role, deleted_at from {LedgersTables.DeletedMemberships:raw} where {DeletedLedgers.OwnedBy(userId)}
             order by ledger_id
             """)
            .ListAsync(
                row => new ExportedLedger(row.GetGuid(0), row.GetString(1).ToLowerInvariant(), row.IsDBNull(2) ? null : row.GetFieldValue<DateTimeOffset?>(2)),
                cancellationToken);
}

internal sealed record ExportedLedger(Guid Id, string Role, DateTimeOffset? DeletedAt);
