namespace MyBudget.Infrastructure.EventStore;

/// <summary>One row per entity of a ledger: its kind, the revision of its last change, and whether it is gone. Sync reads it.</summary>
internal static class ChangeIndex
{
    private const string Upsert =
        """
        insert into ledger_changes (ledger_id, kind, entity_id, revision, deleted)
        select ?, change.kind, change.entity_id, ?, change.deleted from unnest(?, ?, ?) as change (kind, entity_id, deleted)
        on conflict (ledger_id, kind, entity_id) do update set revision = excluded.revision, deleted = excluded.deleted
        """;

    /// <summary>Queues the commit's entities as changed at its revision.</summary>
    public static void QueueChanges(this LedgerCommit commit)
    {
        if (commit.Changed.Count == 0) return;
        commit.Session.QueueSqlCommand(
            Upsert, commit.LedgerId, commit.Revision,
            commit.Changed.Keys.Select(entity => entity.Kind).ToArray(), commit.Changed.Keys.Select(entity => entity.Id).ToArray(),
            commit.Changed.Values.ToArray());
    }
}
