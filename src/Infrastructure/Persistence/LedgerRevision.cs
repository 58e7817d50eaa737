using System.Runtime.CompilerServices;
using Marten;
using Npgsql;

namespace MyBudget.Infrastructure.Persistence;

/// <summary>
/// The ledger's write lock and counter: every committed write of a ledger has the next number, without gaps, in commit order.
/// </summary>
public static class LedgerRevision
{
    internal const string Header = "revision";
    private static readonly ConditionalWeakTable<IDocumentSession, LedgerHead> Heads = [];

    /// <summary>
    /// Begins the transaction, locks the ledger until it ends and takes its next revision. Call it before reading what the
    /// decision depends on. A session that is not saved afterwards gives the number back.
    /// </summary>
    /// <returns>The revision of this write, and the revision of the last change to the ledger's accounts, categories and budgets.</returns>
    /// <exception cref="LedgerGoneException">The ledger was deleted since access was checked.</exception>
    public static async Task<LedgerHead> TakeRevisionAsync(this IDocumentSession session, CancellationToken cancellationToken) =>
        Take(session, await session.LockLedgerAsync(cancellationToken));

    /// <summary>The same, for who appends under several revisions and has every event say its own.</summary>
    internal static async Task<LedgerHead> LockLedgerAsync(this IDocumentSession session, CancellationToken cancellationToken)
    {
        await session.BeginTransactionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(
            "update ledger_heads set revision = revision + 1 where ledger_id = $1 returning revision, structure, incarnation");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = Guid.Parse(session.TenantId) });

        await using var reader = await session.ExecuteReaderAsync(command, cancellationToken);
        if (!await reader.ReadAsync(cancellationToken)) throw new LedgerGoneException();
        return new LedgerHead(reader.GetInt64(0), reader.GetInt64(1), reader.GetGuid(2));
    }

    /// <summary>Begins the transaction that creates a ledger: its head, at revision 1.</summary>
    /// <returns>False when the id is taken.</returns>
    public static async Task<bool> StartLedgerAsync(this IDocumentSession session, CancellationToken cancellationToken)
    {
        await session.BeginTransactionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(
            "insert into ledger_heads (ledger_id, revision, structure, incarnation) values ($1, 1, 1, $2) on conflict do nothing");
        var incarnation = Guid.CreateVersion7();
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = Guid.Parse(session.TenantId) });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = incarnation });

        Take(session, new LedgerHead(1, 1, incarnation));
        return await session.ExecuteAsync(command, cancellationToken) == 1;
    }

    /// <summary>The revision the ledger is at.</summary>
    public static async Task<long> RevisionAsync(this IQuerySession session, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select revision from ledger_heads where ledger_id = $1");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = Guid.Parse(session.TenantId) });
        await using var reader = await session.ExecuteReaderAsync(command, cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? reader.GetInt64(0) : throw new LedgerGoneException();
    }

    /// <summary>
    /// Begins the transaction and keeps the ledger from being erased until it ends, without standing in the way of its writers:
    /// for what follows a write instead of being one.
    /// </summary>
    /// <returns>False when the ledger is not there any more.</returns>
    public static async Task<bool> HoldLedgerAsync(this IDocumentSession session, CancellationToken cancellationToken)
    {
        await session.BeginTransactionAsync(cancellationToken);
        await using var command = new NpgsqlCommand("select from ledger_heads where ledger_id = $1 for key share");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = Guid.Parse(session.TenantId) });
        await using var reader = await session.ExecuteReaderAsync(command, cancellationToken);
        return await reader.ReadAsync(cancellationToken);
    }

    internal static LedgerHead? TakenHead(this IDocumentSession session) => Heads.TryGetValue(session, out var head) ? head : null;

    /// <summary>Every event carries the revision it was committed at, in its headers.</summary>
    private static LedgerHead Take(IDocumentSession session, LedgerHead head)
    {
        session.SetHeader(Header, head.Revision);
        Heads.AddOrUpdate(session, head);
        return head;
    }
}

/// <param name="Revision">The revision of the write under way.</param>
/// <param name="Structure">The revision at which an account, a category or a budget last changed.</param>
/// <param name="Incarnation">Differs when an id is used again after its ledger was erased.</param>
public sealed record LedgerHead(long Revision, long Structure, Guid Incarnation);

/// <summary>The ledger is not there (any more): answered as 404, like a ledger of somebody else.</summary>
public sealed class LedgerGoneException() : Exception("The ledger does not exist.");
