using System.Data.Common;
using Marten;
using Npgsql;

namespace MyBudget.Infrastructure.EventStore;

/// <summary>
/// The ledger's write lock and counter: every committed write of a ledger has the next number, without gaps, in commit order.
/// </summary>
public static class LedgerRevision
{
    /// <summary>Every event carries the revision it was committed at, in its headers.</summary>
    internal const string Header = "revision";

    /// <summary>Where the ledger stands, with the revision that the next write would take.</summary>
    internal static async Task<LedgerHead> HeadAsync(this IQuerySession session, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"select revision + 1, structure, incarnation from {EventTables.Heads} where ledger_id = $1");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = Guid.Parse(session.TenantId) });
        await using var reader = await session.ExecuteReaderAsync(command, cancellationToken);
        return await ReadAsync(reader, cancellationToken);
    }

    /// <summary>The revision the ledger is at.</summary>
    public static async Task<long> RevisionAsync(this IQuerySession session, CancellationToken cancellationToken) =>
        (await session.HeadAsync(cancellationToken)).Revision - 1;

    /// <summary>
    /// Begins the transaction and keeps the ledger from being erased until it ends, without standing in the way of its writers:
    /// for what follows a write instead of being one.
    /// </summary>
    /// <returns>False when the ledger is not there any more.</returns>
    public static Task<bool> HoldLedgerAsync(this IDocumentSession session, CancellationToken cancellationToken) => HoldAsync(
        session, Guid.Parse(session.TenantId), $"select from {EventTables.Heads} where ledger_id = $1 for key share", cancellationToken);

    /// <summary>
    /// The same for any ledger, and its writers have to wait as well: for what is kept outside and has to agree with the ledger, without
    /// being a write of it.
    /// </summary>
    /// <returns>False when the ledger is not there any more.</returns>
    public static Task<bool> HoldWritersAsync(this IDocumentSession session, Guid ledgerId, CancellationToken cancellationToken) =>
        HoldAsync(session, ledgerId, $"select from {EventTables.Heads} where ledger_id = $1 for no key update", cancellationToken);

    /// <summary>
    /// Begins the transaction, locks the ledger until it ends and takes its next revision: before anything is read that a decision depends
    /// on. A session that is not saved afterwards gives the number back.
    /// </summary>
    /// <exception cref="LedgerGoneException">The ledger was deleted since access was checked.</exception>
    internal static async Task<LedgerHead> TakeRevisionAsync(this IDocumentSession session, Guid ledgerId, CancellationToken cancellationToken)
    {
        await session.BeginTransactionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(
            $"update {EventTables.Heads} set revision = revision + 1 where ledger_id = $1 returning revision, structure, incarnation");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = ledgerId });

        await using var reader = await session.ExecuteReaderAsync(command, cancellationToken);
        return await ReadAsync(reader, cancellationToken);
    }

    /// <summary>Begins the transaction that creates a ledger: its head, at revision 1.</summary>
    /// <returns>Null when the id is taken.</returns>
    internal static async Task<LedgerHead?> StartLedgerAsync(this IDocumentSession session, Guid ledgerId, CancellationToken cancellationToken)
    {
        await session.BeginTransactionAsync(cancellationToken);
        var head = new LedgerHead(1, 1, Guid.CreateVersion7());
        await using var command = new NpgsqlCommand(
            $"insert into {EventTables.Heads} (ledger_id, revision, structure, incarnation) values ($1, 1, 1, $2) on conflict do nothing");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = ledgerId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = head.Incarnation });
        return await session.ExecuteAsync(command, cancellationToken) == 1 ? head : null;
    }

    private static async Task<LedgerHead> ReadAsync(DbDataReader reader, CancellationToken cancellationToken) =>
        await reader.ReadAsync(cancellationToken)
            ? new LedgerHead(reader.GetInt64(0), reader.GetInt64(1), reader.GetGuid(2))
            : throw new LedgerGoneException();

    private static async Task<bool> HoldAsync(IDocumentSession session, Guid ledgerId, string sql, CancellationToken cancellationToken)
    {
        await session.BeginTransactionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = ledgerId });
        await using var reader = await session.ExecuteReaderAsync(command, cancellationToken);
        return await reader.ReadAsync(cancellationToken);
    }
}
