using NpgsqlTypes;

namespace MyBudget.Infrastructure.EventStore;

/// <summary>
/// Stores those rows of a large write that need neither the ledger's lock nor its revision before the lock is taken: streams and states of
/// what begins under new ids, which nobody sees before the commit, and the events in a table of the connection's own. Events get their
/// numbers under the lock, so that within a ledger numbers rise with revisions.
/// </summary>
internal sealed class LedgerRowsAhead(EventNames names, LedgerEntities entities, TimeProvider time)
{
    /// <summary>So many rows are stored as fast by the batch that commits them.</summary>
    private const int FewChanges = 100;

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

    public bool IsFor(LedgerWrite write) => write.Appended.Count > FewChanges || write.Events.Any(IsLarge);

    public async Task StoreAsync(NpgsqlConnection connection, LedgerWrite write)
    {
        var (tenant, now) = (LedgerScope.TenantOf(write.LedgerId), time.GetUtcNow());
        List<LedgerChange> begun = [.. write.Changes.Where(change => change.HasNewId)];
        await StoreStreamsAsync(connection, tenant, now, begun, write.Cancellation);
        foreach (var entity in begun.GroupBy(change => change.Entity))
            await StoreStatesAsync(connection, tenant, now, entity.Key, [.. entity], write.Cancellation);
        await StoreEventsAsync(connection, now, write);
        write.IsStoredAhead = true;
    }

    /// <summary>Queues what is left to do with the events.</summary>
    public static void QueueEvents(LedgerBatch batch, string tenant, DateTimeOffset now, string headers) => batch.Add(Events, tenant, now, headers);

    private static Task StoreStreamsAsync(
        NpgsqlConnection connection, string tenant, DateTimeOffset now, List<LedgerChange> begun, CancellationToken cancellationToken) =>
        CopyAsync(connection, "mt_streams (tenant_id, id, type, version, timestamp, created)", begun.Count, async (copy, index) =>
        {
            await copy.WriteAsync(tenant, cancellationToken);
            await copy.WriteAsync(begun[index].Id, cancellationToken);
            await copy.WriteAsync(begun[index].Entity.Kind, cancellationToken);
            await copy.WriteAsync((long)begun[index].Appended, cancellationToken);
            await copy.WriteAsync(now, cancellationToken);
            await copy.WriteAsync(now, cancellationToken);
        }, cancellationToken);

    private static Task StoreStatesAsync(
        NpgsqlConnection connection, string tenant, DateTimeOffset now, LedgerEntity entity, List<LedgerChange> begun,
        CancellationToken cancellationToken)
    {
        IReadOnlyList<object> states = [];
        List<Array> columns = [];
        var into = $"{entity.Table} (tenant_id, id, data, mt_last_modified, mt_version{entity.ColumnNames})";
        return CopyAsync(connection, into, begun.Count, async (copy, index) =>
        {
            var place = index % StatesAtOnce;
            if (place == 0)
            {
                states = [.. begun.Skip(index).Take(StatesAtOnce).Select(change => change.State!)];
                columns = [.. entity.Columns.Select(column => column.Of(states))];
            }

            await copy.WriteAsync(tenant, cancellationToken);
            await copy.WriteAsync(begun[index].Id, cancellationToken);
            await copy.WriteAsync(Json(states[place]), NpgsqlDbType.Jsonb, cancellationToken);
            await copy.WriteAsync(now, cancellationToken);
            await copy.WriteAsync((long)begun[index].Appended, cancellationToken);
            foreach (var column in columns)
            {
                if (column.GetValue(place) is { } value) await copy.WriteAsync(value, cancellationToken);
                else await copy.WriteNullAsync(cancellationToken);
            }
        }, cancellationToken);
    }

    private async Task StoreEventsAsync(NpgsqlConnection connection, DateTimeOffset now, LedgerWrite write)
    {
        await using (var create = new NpgsqlCommand(Table, connection)) await create.ExecuteNonQueryAsync(write.Cancellation);
        var first = 0;
        using var events = LedgerRows.WithVersions(write.Changes, write.Events).GetEnumerator();
        for (var next = 0; next <= write.Events.Count; next++)
        {
            if (next < write.Events.Count && !IsLarge(write.Events[next])) continue;
            await CopyAsync(connection, "events_ahead (id, stream_id, version, data, type)", next - first, async (copy, _) =>
            {
                events.MoveNext();
                var (e, version) = events.Current;
                var data = e.Data;
                await copy.WriteAsync(Guid.CreateVersion7(now), write.Cancellation);
                await copy.WriteAsync(e.StreamId, write.Cancellation);
                await copy.WriteAsync(version, write.Cancellation);
                await copy.WriteAsync(Json(data), NpgsqlDbType.Jsonb, write.Cancellation);
                await copy.WriteAsync(names.Of(data), write.Cancellation);
            }, write.Cancellation);
            first = next + 1;
            if (events.MoveNext()) await StoreLargeAsync(connection, now, events.Current.Event, events.Current.Version, write.Cancellation);
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

    private static async Task CopyAsync(
        NpgsqlConnection connection, string into, int rows, Func<NpgsqlBinaryImporter, int, Task> write, CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"copy {into} from stdin (format binary)", cancellationToken);
        for (var index = 0; index < rows; index++)
        {
            await copy.StartRowAsync(cancellationToken);
            await write(copy, index);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    private bool IsLarge(LedgerEvent e) => entities.RowsOf(e) > FewChanges;

    private static byte[] Json(object value) => JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), StoredJson.Options);
}
