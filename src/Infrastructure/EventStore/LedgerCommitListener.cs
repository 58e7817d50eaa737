using Marten;

namespace MyBudget.Infrastructure.EventStore;

/// <summary>
/// Completes every write of a ledger in its own transaction: totals and the change index. A write that did not take the
/// ledger's next revision is refused.
/// </summary>
internal sealed class LedgerCommitListener(IEnumerable<ILedgerProjection> projections, IEnumerable<LedgerEntity> entities)
    : DocumentSessionListenerBase
{
    private readonly List<ILedgerProjection> _projections = [.. projections.OrderBy(projection => projection.Reads.Count > 0)];

    private readonly Dictionary<Type, LedgerEntity> _entities = entities
        .SelectMany(entity => entity.Events, (entity, type) => (Type: type, Entity: entity)).ToDictionary(pair => pair.Type, pair => pair.Entity);

    public override async Task BeforeSaveChangesAsync(IDocumentSession session, CancellationToken token)
    {
        foreach (var ledger in session.PendingChanges.Streams().GroupBy(stream => stream.TenantId ?? session.TenantId))
        {
            var ledgerId = Guid.Parse(ledger.Key);
            var head = session.TakenHead(ledgerId)
                       ?? throw new InvalidOperationException("A ledger's events are only appended under its next revision.");
            var events = ledger.SelectMany(stream => stream.Events.Select(e => new LedgerEvent(stream.Id, e.Data))).ToList();
            await CompleteAsync(new LedgerCommit(ledgerId, head, events, session), token);
        }
    }

    /// <summary>Also called for events that are copied in bulk, past the session's pending changes.</summary>
    internal async Task CompleteAsync(LedgerCommit commit, CancellationToken token)
    {
        foreach (var projection in _projections) await projection.ApplyAsync(commit, token);

        var isStructure = false;
        foreach (var (id, data) in commit.Events)
        {
            var type = data.GetType();
            var entity = _entities[type];
            commit.MarkChanged(entity.Kind, id, entity.RemovedBy.Contains(type));
            isStructure |= entity.IsStructure;
        }

        commit.QueueChanges();
        if (isStructure)
            commit.Session.QueueSqlCommand(
                "update ledger_heads set structure = ? where ledger_id = ?", commit.Revision, commit.LedgerId);
    }
}
