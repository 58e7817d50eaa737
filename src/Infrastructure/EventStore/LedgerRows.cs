using System.Collections.Concurrent;

namespace MyBudget.Infrastructure.EventStore;

/// <summary>
/// The rows that Marten itself would write for a ledger's changes (a test compares them, column by column), by the same statements for
/// one entry and for ten thousand. Marten's own session needs a round trip more, and one statement for each stream, event and document.
/// The names of .NET's types are left out: Marten only looks at them where it does not know an event's own name.
/// </summary>
internal sealed class LedgerRows(EventNames names, TimeProvider time)
{
    private const string NewStreams =
        """
        insert into mt_streams (tenant_id, id, type, version, timestamp, created)
        select $1, s.id, s.type, s.version, $2, $2 from unnest($3, $4, $5) as s (id, type, version)
        """;

    private const string LongerStreams =
        """
        update mt_streams set version = s.version, timestamp = $2 from unnest($3, $4) as s (id, version)
        where mt_streams.tenant_id = $1 and mt_streams.id = s.id
        """;

    private const string Events =
        """
        insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, headers, is_archived)
        select nextval('mt_events_sequence'), e.id, e.stream_id, e.version, e.data::jsonb, e.type, $2, $1, $3::jsonb, false
        from unnest($4, $5, $6, $7, $8) as e (id, stream_id, version, data, type)
        """;

    private static readonly ConcurrentDictionary<LedgerEntity, string> Upserts = new();

    /// <summary>Queues all rows of a write that are not stored yet, at its revision.</summary>
    public void Queue(LedgerBatch batch, LedgerWrite write)
    {
        var (tenant, now) = (LedgerScope.TenantOf(write.LedgerId), time.GetUtcNow());
        var headers = string.Create(CultureInfo.InvariantCulture, $$"""{"{{LedgerRevision.Header}}":{{write.Head.Revision}}}""");
        List<LedgerChange> changes = [.. write.IsStoredAhead ? write.Appended.Others.Where(change => !change.HasNewId) : write.Appended.All];
        QueueStreams(batch, tenant, now, changes);
        if (write.IsStoredAhead) LedgerRowsAhead.QueueEvents(batch, tenant, now, headers);
        else QueueEvents(batch, tenant, now, headers, write);
        foreach (var entity in changes.GroupBy(change => change.Entity)) QueueDocuments(batch, tenant, now, entity.Key, [.. entity]);
    }

    /// <summary>Each event with its place in the entity's stream.</summary>
    internal static IEnumerable<(LedgerEvent Event, long Version)> WithVersions(LedgerChanges appended)
    {
        var versions = appended.Others.ToDictionary(change => change.Id, change => (long)change.VersionBefore);
        return appended.Events.Select(e => (e, versions.ContainsKey(e.StreamId) ? ++versions[e.StreamId] : 1));
    }

    private void QueueEvents(LedgerBatch batch, string tenant, DateTimeOffset now, string headers, LedgerWrite write)
    {
        var events = WithVersions(write.Appended).ToList();
        batch.Add(
            Events, tenant, now, headers, events.Select(_ => Guid.CreateVersion7(now)).ToArray(),
            events.Select(e => e.Event.StreamId).ToArray(), events.Select(e => e.Version).ToArray(),
            events.Select(e => Json(e.Event.Data)).ToArray(), events.Select(e => names.Of(e.Event.Data)).ToArray());
    }

    private static void QueueStreams(LedgerBatch batch, string tenant, DateTimeOffset now, IReadOnlyList<LedgerChange> changes)
    {
        var started = changes.Where(change => change.VersionBefore == 0).ToList();
        if (started.Count > 0)
        {
            batch.Add(
                NewStreams, tenant, now, started.Select(change => change.Id).ToArray(), started.Select(change => change.Entity.Kind).ToArray(),
                started.Select(change => (long)change.Appended).ToArray());
        }

        var longer = changes.Where(change => change.VersionBefore > 0).ToList();
        if (longer.Count > 0)
        {
            batch.Add(
                LongerStreams, tenant, now, longer.Select(change => change.Id).ToArray(),
                longer.Select(change => (long)change.VersionBefore + change.Appended).ToArray());
        }
    }

    private static void QueueDocuments(
        LedgerBatch batch, string tenant, DateTimeOffset now, LedgerEntity entity, IReadOnlyList<LedgerChange> changes)
    {
        var kept = changes.Where(change => change.State is not null).ToList();
        if (kept.Count > 0)
        {
            List<object> states = [.. kept.Select(change => change.State!)];
            batch.Add(
                Upserts.GetOrAdd(entity, Upsert),
                [
                    tenant, now, kept.Select(change => change.Id).ToArray(), states.Select(Json).ToArray(),
                    kept.Select(change => (long)change.VersionBefore + change.Appended).ToArray(), .. entity.Columns.Select(column => column.Of(states)),
                ]);
        }

        Guid[] gone = [.. changes.Where(change => change is { State: null, VersionBefore: > 0 }).Select(change => change.Id)];
        if (gone.Length > 0) batch.Add($"delete from {entity.Table} where tenant_id = $1 and id = any ($2)", tenant, gone);
    }

    private static string Upsert(LedgerEntity entity)
    {
        var columns = entity.ColumnNames;
        var parameters = string.Concat(entity.Columns.Select((_, index) => $", ${6 + index}"));
        var replaced = string.Concat(entity.Columns.Select(column => $", {column.Name} = excluded.{column.Name}"));
        return
            $"""
             insert into {entity.Table} (tenant_id, id, data, mt_last_modified, mt_version{columns})
             select $1, d.id, d.data::jsonb, $2, d.version{columns} from unnest($3, $4, $5{parameters}) as d (id, data, version{columns})
             on conflict (tenant_id, id) do update set
               data = excluded.data, mt_last_modified = excluded.mt_last_modified, mt_version = excluded.mt_version{replaced}
             """;
    }

    private static string Json(object value) => JsonSerializer.Serialize(value, value.GetType(), StoredJson.Options);
}
