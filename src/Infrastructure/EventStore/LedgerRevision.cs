using System.Data;
using System.Data.Common;

namespace MyBudget.Infrastructure.EventStore;

/// <summary>
/// The ledger's write lock and counter: every committed write of a ledger has the next number, without gaps, in commit order.
/// </summary>
public static class LedgerRevision
{
    /// <summary>Every event carries the revision it was committed at, in its headers.</summary>
    internal const string Header = "revision";

    /// <summary>Where the ledger stands, with the revision that the next write would take.</summary>
    internal static async Task<LedgerHead> HeadAsync(this IQuerySession session, CancellationToken cancellationToken) =>
        await session.Sql(
            $"select revision + 1, structure, incarnation, counted is not distinct from revision from {EventTables.Heads:raw} where ledger_id = {Guid.Parse(session.TenantId)}")
            .FirstOrDefaultAsync(Read, cancellationToken) ?? throw new LedgerGoneException();

    /// <summary>The revision the ledger is at.</summary>
    public static async Task<long> RevisionAsync(this IQuerySession session, CancellationToken cancellationToken) =>
        (await session.HeadAsync(cancellationToken)).Revision - 1;

    /// <summary>
    /// Begins the transaction and keeps the ledger from being erased until it ends, without standing in the way of its writers:
    /// for what follows a write instead of being one.
    /// </summary>
    /// <returns>False when the ledger is not there any more.</returns>
    public static Task<bool> HoldLedgerAsync(this IDocumentSession session, CancellationToken cancellationToken) => HoldAsync(
        session, $"select 1 from {EventTables.Heads:raw} where ledger_id = {Guid.Parse(session.TenantId)} for key share", cancellationToken);

    /// <summary>
    /// The same for any ledger, and its writers have to wait as well: for what is kept outside and has to agree with the ledger, without
    /// being a write of it.
    /// </summary>
    /// <returns>False when the ledger is not there any more.</returns>
    public static Task<bool> HoldWritersAsync(this IDocumentSession session, Guid ledgerId, CancellationToken cancellationToken) =>
        HoldAsync(session, $"select 1 from {EventTables.Heads:raw} where ledger_id = {ledgerId} for no key update", cancellationToken);

    /// <summary>
    /// Begins the transaction, locks the ledger until it ends and takes its next revision: before anything is read that a decision depends
    /// on. A session that is not saved afterwards gives the number back.
    /// </summary>
    /// <exception cref="LedgerGoneException">The ledger was deleted since access was checked.</exception>
    internal static async Task<LedgerHead> TakeRevisionAsync(this IDocumentSession session, Guid ledgerId, CancellationToken cancellationToken)
    {
        await session.BeginAsync(cancellationToken);
        return await session.Sql($"{Next(ledgerId)} returning {Columns}").FirstOrDefaultAsync(Read, cancellationToken)
            ?? throw new LedgerGoneException();
    }

    /// <summary>Begins the transaction, if need be, and what can be undone without it.</summary>
    internal static async Task BeginAttemptAsync(this IDocumentSession session, CancellationToken cancellationToken)
    {
        await session.BeginAsync(cancellationToken);
        await session.Sql($"savepoint attempt").ExecuteAsync(cancellationToken);
    }

    /// <summary>Takes back what was written since, and lets the ledger go.</summary>
    internal static Task UndoAttemptAsync(this IDocumentSession session, CancellationToken cancellationToken) =>
        session.Sql($"rollback to savepoint attempt").ExecuteAsync(cancellationToken);

    /// <summary>
    /// Ends the transaction without a trace while it is still the writer's turn, rather than whenever the request's scope ends. PostgreSQL
    /// may take a transaction that is just being rolled back for aborted and for running at once, and refuses the next writer then, if what
    /// follows commits holds the ledger too (XX000, "new multixact has more than one updating member").
    /// </summary>
    internal static async Task GiveBackAsync(this IDocumentSession session)
    {
        try
        {
            // Not by the session, which would look for another connection where this one is broken. Whoever gave up waiting lets go, too.
            if (session.Connection is not { State: ConnectionState.Open } connection) return;
            await using var rollback = new NpgsqlCommand("rollback", connection);
            await rollback.ExecuteNonQueryAsync(CancellationToken.None);
            session.MarkEnded();
        }
        catch (Exception lost) when (lost is NpgsqlException or Marten.Exceptions.MartenException or InvalidOperationException)
        {
            // The connection is gone, and its transaction with it. What went wrong first is what counts.
        }
    }

    /// <summary>What others changed since the ledger was found like that, while it is locked.</summary>
    internal static Task<IReadOnlyList<LedgerChanged>> ChangedSinceAsync(this IDocumentSession session, LedgerHead found, CancellationToken cancellationToken) =>
        session.Sql(
            $"""
             select kind, entity_id from {EventTables.Changes:raw} where ledger_id = {Guid.Parse(session.TenantId)} and revision >= {found.Revision}
             """)
            .ListAsync(row => new LedgerChanged(row.GetString(0), row.GetGuid(1)), cancellationToken);

    /// <summary>Begins the transaction that creates a ledger: its head, at revision 1.</summary>
    /// <returns>Null when the id is taken.</returns>
    internal static async Task<LedgerHead?> StartLedgerAsync(this IDocumentSession session, Guid ledgerId, CancellationToken cancellationToken)
    {
        await session.BeginAsync(cancellationToken);
        var head = new LedgerHead(1, 1, Guid.CreateVersion7(), IsCounted: true);
        var created = await session.Sql(
            $"""
             insert into {EventTables.Heads:raw} (ledger_id, revision, structure, incarnation, counted)
             values ({ledgerId}, {head.Revision}, {head.Structure}, {head.Incarnation}, {head.Revision}) on conflict do nothing
             """)
            .ExecuteAsync(cancellationToken);
        return created == 1 ? head : null;
    }

    internal static Sql Columns => $"revision, structure, incarnation, counted is not distinct from revision as is_counted";

    /// <summary>Totals that were kept so far are kept by this write too; a former release leaves <c>counted</c> behind.</summary>
    internal static Sql Next(Guid ledgerId) =>
        $"update {EventTables.Heads:raw} set revision = revision + 1, counted = counted + (counted = revision)::int where ledger_id = {ledgerId}";

    internal static LedgerHead Read(DbDataReader row) => new(row.GetInt64(0), row.GetInt64(1), row.GetGuid(2), row.GetBoolean(3));

    private static async Task<bool> HoldAsync(IDocumentSession session, Sql hold, CancellationToken cancellationToken)
    {
        await session.BeginAsync(cancellationToken);
        return await session.Sql(hold).AnyAsync(cancellationToken);
    }
}
