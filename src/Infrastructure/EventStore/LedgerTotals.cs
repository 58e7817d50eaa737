namespace MyBudget.Infrastructure.EventStore;

/// <summary>What is kept beside the events of every write, in its own transaction: totals, the change index and the structure's revision.</summary>
internal sealed class LedgerTotals(IEnumerable<ILedgerProjection> projections, LedgerEntities entities)
{
    private const string Index =
        $"""
        insert into {EventTables.Changes} (ledger_id, kind, entity_id, revision, deleted)
        select $1, change.kind, change.entity_id, $2, change.deleted from unnest($3, $4, $5) as change (kind, entity_id, deleted)
        on conflict (ledger_id, kind, entity_id) do update set revision = excluded.revision, deleted = excluded.deleted
        """;

    private const string Structure = $"update {EventTables.Heads} set structure = $1 where ledger_id = $2";

    private readonly List<ILedgerProjection> _projections = [.. projections.OrderBy(projection => projection.Reads.Count > 0)];

    /// <summary>Queues it in the commit's batch.</summary>
    public async Task QueueAsync(LedgerCommit commit, CancellationToken cancellationToken)
    {
        foreach (var projection in _projections) await projection.ApplyAsync(commit, cancellationToken);

        var isStructure = false;
        foreach (var (id, data) in commit.Events)
        {
            var type = data.GetType();
            var entity = entities.OfEvent(type);
            commit.MarkChanged(entity.Kind, id, entity.RemovedBy.Contains(type));
            isStructure |= entity.IsStructure;
        }

        commit.Batch.Add(
            Index, commit.LedgerId, commit.Revision, commit.Changed.Keys.Select(entity => entity.Kind).ToArray(),
            commit.Changed.Keys.Select(entity => entity.Id).ToArray(), commit.Changed.Values.ToArray());
        if (isStructure) commit.Batch.Add(Structure, commit.Revision, commit.LedgerId);
    }
}
