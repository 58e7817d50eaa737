namespace MyBudget.Infrastructure.Persistence;

/// <summary>One row per entity of a ledger: its kind, the revision of its last change, and whether it is gone. Sync reads it.</summary>
public static class ChangeIndex
{
    private const string Upsert =
        """
        insert into ledger_changes (ledger_id, kind, entity_id, revision, deleted)
        select ?, ?, entity, ?, ? from unnest(?) as entity
        on conflict (ledger_id, kind, entity_id) do update set revision = excluded.revision, deleted = excluded.deleted
        """;

    /// <summary>Queues the entities as changed at the revision.</summary>
    public static void MarkChanged(this LedgerCommit commit, string kind, Guid[] entities, bool deleted = false)
    {
        if (entities.Length > 0)
            commit.Session.QueueSqlCommand(Upsert, commit.LedgerId, kind, commit.Revision, deleted, entities);
    }
}
