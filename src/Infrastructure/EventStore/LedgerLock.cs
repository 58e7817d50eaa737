using System.Data.Common;

namespace MyBudget.Infrastructure.EventStore;

/// <summary>
/// Locks the scope's ledger until the transaction ends, and asks once it is locked whether the request may still do what it was let in for:
/// whoever waited for the ledger may meanwhile have lost their role, or the ledger.
/// </summary>
internal static class LedgerLock
{
    /// <summary>
    /// Begins the transaction, if need be, and takes the ledger's next revision. Where access is still to be checked, that comes first. The
    /// same round trip tells which of the ids are in use.
    /// </summary>
    /// <exception cref="AccessRefusedException">Access is refused, or was withdrawn meanwhile.</exception>
    /// <exception cref="LedgerGoneException">The ledger was erased since access was checked.</exception>
    public static Task<(LedgerHead Head, IReadOnlySet<Guid> InUse)> TakeRevisionAsync(
        this IDocumentSession session, LedgerScope scope, IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        var next = LedgerRevision.Next(scope.LedgerId);
        return session.LockAsync(
            scope, scope.Pending is { } pending ? pending.Guarding(next, LedgerRevision.Columns) : $"{next} returning {LedgerRevision.Columns}", ids,
            cancellationToken);
    }

    /// <summary>The same, but takes no revision yet.</summary>
    /// <exception cref="AccessRefusedException">Access is refused, or was withdrawn meanwhile.</exception>
    /// <exception cref="LedgerGoneException">The ledger was erased since access was checked.</exception>
    public static async Task<LedgerHead> HoldAsync(this IDocumentSession session, LedgerScope scope, CancellationToken cancellationToken)
    {
        await scope.EnsureAccessAsync(session.Sql, cancellationToken);
        var (head, _) = await session.LockAsync(
            scope, $"select {LedgerRevision.Columns} from {EventTables.Heads:raw} where ledger_id = {scope.LedgerId} for no key update", [],
            cancellationToken);
        return head with { Revision = head.Revision + 1 };
    }

    private static async Task<(LedgerHead Head, IReadOnlySet<Guid> InUse)> LockAsync(
        this IDocumentSession session, LedgerScope scope, Sql take, IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        await session.BeginAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(session.Connection);
        batch.Add(take);
        // Statements of their own, as they have to see what the writer before committed while the first one waited for the lock.
        if (scope.Access is { } access) batch.Add(access.Check());
        if (ids.Count > 0)
            batch.Add($"select id from {EventTables.Streams:raw} where tenant_id = {LedgerScope.TenantOf(scope.LedgerId)} and id = any ({ids.ToArray()})");

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var head = await ReadHeadAsync(reader, scope.Pending, cancellationToken);
        if (scope.Access is { } asked)
        {
            await reader.NextResultAsync(cancellationToken);
            scope.Settle(asked.Judge(await reader.ReadAsync(cancellationToken) ? reader : null, column: 0));
        }

        var inUse = new HashSet<Guid>();
        if (await reader.NextResultAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken)) inUse.Add(reader.GetGuid(0));
        }

        return (head ?? throw new LedgerGoneException(), inUse);
    }

    private static async Task<LedgerHead?> ReadHeadAsync(DbDataReader reader, PendingAccess? pending, CancellationToken cancellationToken)
    {
        var hasRow = await reader.ReadAsync(cancellationToken);
        pending?.Judge(hasRow ? reader : null, reader.FieldCount - 1);
        return hasRow && !reader.IsDBNull(0) ? LedgerRevision.Read(reader) : null;
    }
}
