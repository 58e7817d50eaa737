namespace MyBudget.Infrastructure.EventStore;

/// <summary>What is kept beside the events of every write, in its own transaction: totals, the change index and the structure's revision.</summary>
internal sealed class LedgerTotals(IEnumerable<ILedgerProjection> projections, LedgerEntities entities)
{
    private const string IndexNew =
        $"""
        insert into {EventTables.Changes} (ledger_id, kind, entity_id, revision, deleted)
        select $1, $3, begun.id, $2, false from unnest($4) as begun (id)
        """;

    private const string Index =
        $"""
        insert into {EventTables.Changes} (ledger_id, kind, entity_id, revision, deleted)
        select $1, change.kind, change.entity_id, $2, change.deleted from unnest($3, $4, $5) as change (kind, entity_id, deleted)
        on conflict (ledger_id, kind, entity_id) do update set revision = excluded.revision, deleted = excluded.deleted
        """;

    private const string Structure = $"update {EventTables.Heads} set structure = $1 where ledger_id = $2";

    private const string Counted = $"update {EventTables.Heads} set counted = $1 where ledger_id = $2";

    private readonly List<ILedgerProjection> _projections = [.. projections.OrderBy(projection => projection.Reads.Count > 0)];

    /// <summary>Queues it in the commit's batch.</summary>
    /// <param name="commit">The events.</param>
    /// <param name="begun">What the index cannot have yet, if that is much: it is inserted in half the time, and needs no dictionary.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task QueueAsync(LedgerCommit commit, BegunEntities? begun, CancellationToken cancellationToken)
    {
        foreach (var projection in _projections) await projection.ApplyAsync(commit, cancellationToken);

        var isStructure = begun?.Entity.IsStructure is true;
        if (begun is not null) commit.Batch.Add(IndexNew, commit.LedgerId, commit.Revision, begun.Entity.Kind, begun.Ids as Guid[] ?? [.. begun.Ids]);
        foreach (var e in commit.Events.Skip(begun?.Count ?? 0))
        {
            var entity = entities.OfEvent(e.Type);
            commit.MarkChanged(entity.Kind, e.StreamId, entity.RemovedBy.Contains(e.Type));
            isStructure |= entity.IsStructure;
        }

        commit.Batch.Add(
            Index, commit.LedgerId, commit.Revision, commit.Changed.Select(entity => entity.Key.Kind).ToArray(),
            commit.Changed.Select(entity => entity.Key.Id).ToArray(), commit.Changed.Select(entity => entity.Value).ToArray());
        if (isStructure) commit.Batch.Add(Structure, commit.Revision, commit.LedgerId);
        if (!commit.Head.IsCounted) commit.Batch.Add(Counted, commit.Revision, commit.LedgerId);
    }
}
