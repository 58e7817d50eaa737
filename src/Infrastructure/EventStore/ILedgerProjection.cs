using System.Collections.ObjectModel;

namespace MyBudget.Infrastructure.EventStore;

/// <summary>
/// Totals kept in the transaction of the events they come from, as deltas, so that reading them costs the same however long
/// the ledger is. What a projection keeps must follow from the events alone: it can be rebuilt and compared at any time.
/// </summary>
public interface ILedgerProjection
{
    /// <summary>The tables this projection owns; each has a <c>ledger_id</c> column.</summary>
    IReadOnlyList<string> Tables { get; }

    /// <summary>
    /// The tables of others that its queued statements read, as the write leaves them: it is asked after those that read none.
    /// </summary>
    IReadOnlyList<string> Reads => [];

    /// <summary>
    /// Of a table the statement that reckons its rows from the stored entities, with <c>tenant_id</c> in the place of the ledger: by it those are
    /// compared with the events.
    /// </summary>
    internal IReadOnlyDictionary<string, Func<Sql>> Recounts => ReadOnlyDictionary<string, Func<Sql>>.Empty;

    /// <summary>
    /// Queues the changes that follow from the commit's events. What a former release does not keep is reckoned anew from the stored entities
    /// where <see cref="LedgerHead.IsCounted"/> says that it was passed over.
    /// </summary>
    Task ApplyAsync(LedgerCommit commit, CancellationToken cancellationToken);
}

/// <summary>The events of one write to a ledger, about to be committed.</summary>
/// <param name="LedgerId">The ledger.</param>
/// <param name="Head">The revision that this write takes, and which reference data held when it began.</param>
/// <param name="Events">The events in order.</param>
/// <param name="Session">For reading the ledger as it was before this write.</param>
/// <param name="Batch">Takes the statements that keep totals; they run after the events are stored.</param>
public sealed record LedgerCommit(Guid LedgerId, LedgerHead Head, IReadOnlyList<LedgerEvent> Events, IQuerySession Session, LedgerBatch Batch)
{
    private readonly Dictionary<(string Kind, Guid Id), bool> _changed = [];

    public long Revision => Head.Revision;

    /// <summary>The entities that the write changed, and whether they are gone.</summary>
    internal IReadOnlyDictionary<(string Kind, Guid Id), bool> Changed => _changed;

    /// <summary>Puts an entity into the change index at this revision; what is said last of it holds.</summary>
    public void MarkChanged(string kind, Guid id, bool deleted = false) => _changed[(kind, id)] = deleted;
}
