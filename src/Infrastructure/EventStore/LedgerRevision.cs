using System.Runtime.CompilerServices;
using Marten;
using Npgsql;

namespace MyBudget.Infrastructure.EventStore;

/// <summary>
/// The ledger's write lock and counter: every committed write of a ledger has the next number, without gaps, in commit order.
/// </summary>
public static class LedgerRevision
{
    internal const string Header = "revision";
    private static readonly ConditionalWeakTable<IDocumentSession, Dictionary<Guid, LedgerHead>> Heads = [];

    /// <summary>
    /// Begins the transaction, locks the ledger until it ends and takes its next revision. Call it before reading what the
    /// decision depends on. A session that is not saved afterwards gives the number back.
    /// </summary>
    /// <returns>The revision of this write, and the revision of the last change to the ledger's accounts, categories and budgets.</returns>
    /// <exception cref="LedgerGoneException">The ledger was deleted since access was checked.</exception>
    public static async Task<LedgerHead> TakeRevisionAsync(this IDocumentSession session, CancellationToken cancellationToken) =>
        Take(session, await session.LockLedgerAsync(cancellationToken));

    /// <summary>The same, for who appends under several revisions and has every event say its own.</summary>
    internal static Task<LedgerHead> LockLedgerAsync(this IDocumentSession session, CancellationToken cancellationToken) =>
        LockLedgerAsync(session, Guid.Parse(session.TenantId), cancellationToken);

    private static async Task<LedgerHead> LockLedgerAsync(this IDocumentSession session, Guid ledgerId, CancellationToken cancellationToken)
    {
        await session.BeginTransactionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(
            "update ledger_heads set revision = revision + 1 where ledger_id = $1 returning revision, structure, incarnation");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = ledgerId });

        await using var reader = await session.ExecuteReaderAsync(command, cancellationToken);
        if (!await reader.ReadAsync(cancellationToken)) throw new LedgerGoneException();
        return new LedgerHead(reader.GetInt64(0), reader.GetInt64(1), reader.GetGuid(2));
    }

    /// <summary>
    /// Takes the next revision of a ledger that is not the session's, and appends to one of its streams: for a transaction over several
    /// ledgers. Whoever takes more than one takes them in the order of their ids.
    /// </summary>
    /// <exception cref="LedgerGoneException">The ledger was deleted meanwhile.</exception>
    public static async Task AppendElsewhereAsync<TState>(
        this IDocumentSession session, Guid ledgerId, Guid streamId, object data, CancellationToken cancellationToken) where TState : class
    {
        var head = await session.LockLedgerAsync(ledgerId, cancellationToken);
        Heads.GetOrCreateValue(session)[ledgerId] = head;
        // Fetched first, so that the state made of it knows its version.
        var stream = await session.ForTenant(LedgerScope.TenantOf(ledgerId)).Events.FetchForWriting<TState>(streamId, cancellationToken);
        stream.AppendOne(data);
        foreach (var e in stream.Events) e.SetHeader(Header, head.Revision);
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
    public static Task<bool> HoldLedgerAsync(this IDocumentSession session, CancellationToken cancellationToken) =>
        HoldAsync(session, Guid.Parse(session.TenantId), "select from ledger_heads where ledger_id = $1 for key share", cancellationToken);

    /// <summary>
    /// The same for any ledger, and its writers have to wait as well: for what is kept outside and has to agree with the ledger, without
    /// being a write of it.
    /// </summary>
    /// <returns>False when the ledger is not there any more.</returns>
    public static Task<bool> HoldWritersAsync(this IDocumentSession session, Guid ledgerId, CancellationToken cancellationToken) =>
        HoldAsync(session, ledgerId, "select from ledger_heads where ledger_id = $1 for no key update", cancellationToken);

    private static async Task<bool> HoldAsync(IDocumentSession session, Guid ledgerId, string sql, CancellationToken cancellationToken)
    {
        await session.BeginTransactionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = ledgerId });
        await using var reader = await session.ExecuteReaderAsync(command, cancellationToken);
        return await reader.ReadAsync(cancellationToken);
    }

    /// <summary>Whether the session writes to any ledger.</summary>
    internal static bool HasTakenRevision(this IDocumentSession session) => Heads.TryGetValue(session, out _);

    internal static LedgerHead? TakenHead(this IDocumentSession session, Guid ledgerId) =>
        Heads.TryGetValue(session, out var heads) ? heads.GetValueOrDefault(ledgerId) : null;

    /// <summary>Every event carries the revision it was committed at, in its headers.</summary>
    private static LedgerHead Take(IDocumentSession session, LedgerHead head)
    {
        session.SetHeader(Header, head.Revision);
        Heads.GetOrCreateValue(session)[Guid.Parse(session.TenantId)] = head;
        return head;
    }
}

/// <param name="Revision">The revision of the write under way.</param>
/// <param name="Structure">The revision at which an account, a category or a budget last changed.</param>
/// <param name="Incarnation">Differs when an id is used again after its ledger was erased.</param>
public sealed record LedgerHead(long Revision, long Structure, Guid Incarnation);

/// <summary>The ledger is not there (any more): answered as 404, like a ledger of somebody else.</summary>
public sealed class LedgerGoneException() : Exception("The ledger does not exist.");
