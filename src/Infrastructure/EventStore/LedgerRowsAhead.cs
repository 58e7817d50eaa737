using NpgsqlTypes;

namespace MyBudget.Infrastructure.EventStore;

/// <summary>
/// Stores those rows of a large write that need neither the ledger's lock nor its revision before the lock is taken: streams and states of
/// what begins under new ids, which nobody sees before the commit, and the events in a table of the connection's own. Events get their
/// numbers under the lock, so that within a ledger numbers rise with revisions.
/// </summary>
internal sealed class LedgerRowsAhead(EventNames names, LedgerEntities entities, TimeProvider time)
{
    /// <summary>So many are stored as fast by the batch that commits them.</summary>
    private const int Few = 100;

    private const int StatesAtOnce = 1_000;

    // Read in the order in which COPY wrote it: the table is new and the connection's alone.
    private const string Events =
        """
        insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, headers, is_archived)
        select nextval('mt_events_sequence'), id, stream_id, version, data, type, $2, $1, $3::jsonb, false from events_ahead
        """;

    private const string Table =
        """
        create temporary table events_ahead (id uuid, stream_id uuid, version bigint, data jsonb, type text) on commit drop
        """;

    private const string LargeTable = "create temporary table if not exists event_large (data jsonb) on commit drop; truncate event_large";

    private const string CopyLarge = @"copy event_large (data) from stdin (format csv, delimiter e'\x02', quote e'\x01', null '')";

    private const string StoreLarge =
        "insert into events_ahead (id, stream_id, version, data, type) select $1, $2, $3, data, $4 from event_large";

    public bool IsFor(LedgerWrite write) => write.Events.Count > Few || write.Events.Any(IsLarge);

    public async Task StoreAsync(NpgsqlConnection connection, LedgerWrite write)
    {
        var (tenant, now) = (LedgerScope.TenantOf(write.LedgerId), time.GetUtcNow());
        if (write.Appended.Begun is { } begun)
        {
            var changes = write.Appended.All.Where(change => change.HasNewId);
            await StoreStreamsAsync(connection, tenant, now, changes, write.Cancellation);
            await StoreStatesAsync(connection, tenant, now, begun.Entity, changes, write.Cancellation);
        }

        await StoreEventsAsync(connection, now, write);
        write.IsStoredAhead = true;
    }

    /// <summary>Queues what is left to do with the events.</summary>
    public static void QueueEvents(LedgerBatch batch, string tenant, DateTimeOffset now, string headers) => batch.Add(Events, tenant, now, headers);

    private static Task StoreStreamsAsync(
        NpgsqlConnection connection, string tenant, DateTimeOffset now, IEnumerable<LedgerChange> begun, CancellationToken cancellationToken) =>
        connection.CopyAsync("mt_streams (tenant_id, id, type, version, timestamp, created)", begun, async (copy, change) =>
        {
            await copy.WriteAsync(tenant, cancellationToken);
            await copy.WriteAsync(change.Id, cancellationToken);
            await copy.WriteAsync(change.Entity.Kind, cancellationToken);
            await copy.WriteAsync((long)change.Appended, cancellationToken);
            await copy.WriteAsync(now, cancellationToken);
            await copy.WriteAsync(now, cancellationToken);
        }, cancellationToken);

    private static Task StoreStatesAsync(
        NpgsqlConnection connection, string tenant, DateTimeOffset now, LedgerEntity entity, IEnumerable<LedgerChange> begun,
        CancellationToken cancellationToken)
    {
        var into = $"{entity.Table} (tenant_id, id, data, mt_last_modified, mt_version{entity.ColumnNames})";
        return connection.CopyAsync(into, begun.Chunk(StatesAtOnce).SelectMany(some => Rows(entity, some)), async (copy, row) =>
        {
            await copy.WriteAsync(tenant, cancellationToken);
            await copy.WriteAsync(row.Change.Id, cancellationToken);
            await copy.WriteAsync(Json(row.State), NpgsqlDbType.Jsonb, cancellationToken);
            await copy.WriteAsync(now, cancellationToken);
            await copy.WriteAsync((long)row.Change.Appended, cancellationToken);
            foreach (var value in row.Values)
            {
                if (value is not null) await copy.WriteAsync(value, cancellationToken);
                else await copy.WriteNullAsync(cancellationToken);
            }
        }, cancellationToken);
    }

    private static IEnumerable<(LedgerChange Change, object State, IEnumerable<object?> Values)> Rows(LedgerEntity entity, LedgerChange[] begun)
    {
        object[] states = [.. begun.Select(change => change.State!)];
        Array[] columns = [.. entity.Columns.Select(column => column.Of(states))];
        return begun.Select((change, place) => (change, states[place], columns.Select(column => column.GetValue(place))));
    }

    private async Task StoreEventsAsync(NpgsqlConnection connection, DateTimeOffset now, LedgerWrite write)
    {
        await using (var create = new NpgsqlCommand(Table, connection)) await create.ExecuteNonQueryAsync(write.Cancellation);
        using var events = LedgerRows.WithVersions(write.Appended).GetEnumerator();
        var hasLarge = true;
        while (hasLarge)
        {
            await connection.CopyAsync("events_ahead (id, stream_id, version, data, type)", UpToLarge(), async (copy, row) =>
            {
                var data = row.Event.Data;
                await copy.WriteAsync(Guid.CreateVersion7(now), write.Cancellation);
                await copy.WriteAsync(row.Event.StreamId, write.Cancellation);
                await copy.WriteAsync(row.Version, write.Cancellation);
                await copy.WriteAsync(Json(data), NpgsqlDbType.Jsonb, write.Cancellation);
                await copy.WriteAsync(names.Of(data), write.Cancellation);
            }, write.Cancellation);
            if (hasLarge) await StoreLargeAsync(connection, now, events.Current.Event, events.Current.Version, write.Cancellation);
        }

        IEnumerable<(LedgerEvent Event, long Version)> UpToLarge()
        {
            while (events.MoveNext())
            {
                if (IsLarge(events.Current.Event)) yield break;
                yield return events.Current;
            }

            hasLarge = false;
        }
    }

    /// <summary>One line of CSV, as it is written: JSON has no line ends, and escapes the characters that are marks here.</summary>
    private async Task StoreLargeAsync(NpgsqlConnection connection, DateTimeOffset now, LedgerEvent e, long version, CancellationToken cancellationToken)
    {
        await using (var create = new NpgsqlCommand(LargeTable, connection)) await create.ExecuteNonQueryAsync(cancellationToken);
        await using (var copy = (StreamWriter)await connection.BeginTextImportAsync(CopyLarge, cancellationToken))
            await JsonSerializer.SerializeAsync(copy.BaseStream, e.Data, e.Type, StoredJson.Options, cancellationToken);
        await using var store = new NpgsqlCommand(StoreLarge, connection)
        {
            Parameters = { new() { Value = Guid.CreateVersion7(now) }, new() { Value = e.StreamId }, new() { Value = version }, new() { Value = names.Of(e.Data) } },
        };
        await store.ExecuteNonQueryAsync(cancellationToken);
    }

    private bool IsLarge(LedgerEvent e) => entities.RowsOf(e) > Few;

    private static byte[] Json(object value) => JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), StoredJson.Options);
}
