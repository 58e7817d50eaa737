namespace MyBudget.Infrastructure.EventStore;

/// <summary>What is kept beside the events of every write, in its own transaction: totals, the change index and the structure's revision.</summary>
internal sealed class LedgerTotals(IEnumerable<ILedgerProjection> projections, LedgerEntities entities)
{
    private const string IndexNew =
        $"""
        insert into {EventTables.Changes} (ledger_id, kind, entity_id, revision, deleted)
        select $1, change.kind, change.entity_id, $2, change.deleted from unnest($3, $4, $5) as change (kind, entity_id, deleted)
        """;

    private const string Index =
        $"""
        {IndexNew}
        on conflict (ledger_id, kind, entity_id) do update set revision = excluded.revision, deleted = excluded.deleted
        """;

    private const string Structure = $"update {EventTables.Heads} set structure = $1 where ledger_id = $2";

    private const string Counted = $"update {EventTables.Heads} set counted = $1 where ledger_id = $2";

    private readonly List<ILedgerProjection> _projections = [.. projections.OrderBy(projection => projection.Reads.Count > 0)];

    /// <summary>Queues it in the commit's batch.</summary>
    /// <param name="commit">The events.</param>
    /// <param name="isBegun">Which entities the index cannot have yet, if those are many: theirs are inserted in half the time.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task QueueAsync(LedgerCommit commit, Func<Guid, bool>? isBegun, CancellationToken cancellationToken)
    {
        foreach (var projection in _projections) await projection.ApplyAsync(commit, cancellationToken);

        var isStructure = false;
        foreach (var e in commit.Events)
        {
            var entity = entities.OfEvent(e.Type);
            commit.MarkChanged(entity.Kind, e.StreamId, entity.RemovedBy.Contains(e.Type));
            isStructure |= entity.IsStructure;
        }

        if (isBegun is not null) QueueIndex(commit, IndexNew, changed => isBegun(changed.Id));
        QueueIndex(commit, Index, changed => isBegun?.Invoke(changed.Id) is not true);
        if (isStructure) commit.Batch.Add(Structure, commit.Revision, commit.LedgerId);
        if (!commit.Head.IsCounted) commit.Batch.Add(Counted, commit.Revision, commit.LedgerId);
    }

    private static void QueueIndex(LedgerCommit commit, string sql, Func<(string Kind, Guid Id), bool> isOf)
    {
        var changed = commit.Changed.Where(entity => isOf(entity.Key));
        commit.Batch.Add(
            sql, commit.LedgerId, commit.Revision, changed.Select(entity => entity.Key.Kind).ToArray(),
            changed.Select(entity => entity.Key.Id).ToArray(), changed.Select(entity => entity.Value).ToArray());
    }
}
