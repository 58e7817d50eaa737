using System.Text.Json;
using Marten;
using MyBudget.Infrastructure.Database;
using Npgsql;
using NpgsqlTypes;

namespace MyBudget.Infrastructure.EventStore;

/// <summary>One event of a stream and the document it makes.</summary>
/// <param name="StreamId">The stream, also the document's id.</param>
/// <param name="Version">The stream's version with this event; 1 begins it.</param>
/// <param name="Event">The event.</param>
/// <param name="Document">What the stream's document becomes.</param>
public readonly record struct BulkChange<TDocument>(Guid StreamId, int Version, object Event, TDocument Document) where TDocument : notnull;

/// <summary>
/// Appends events to many streams at once with COPY, in the session's transaction: what an import of thousands of rows needs,
/// where one statement per stream would take seconds. The rows are those that Marten itself would have written.
/// </summary>
internal sealed class BulkAppend<TDocument>(BulkDocument<TDocument> document, LedgerCommitListener listener, TimeProvider time)
    where TDocument : notnull
{
    /// <summary>Writes at once; the session commits them, and its other changes, when it is saved.</summary>
    public async Task AppendAsync(IDocumentSession session, IReadOnlyList<BulkChange<TDocument>> changes, CancellationToken cancellationToken)
    {
        if (changes.Count == 0) return;

        var head = session.TakenHead(Guid.Parse(session.TenantId)) ?? throw new InvalidOperationException("A ledger's events are only appended under its next revision.");
        var connection = session.Connection;
        await CopyStreamsAsync(connection, session, changes, cancellationToken);
        await CopyEventsAsync(connection, session, head, changes, cancellationToken);
        await CopyDocumentsAsync(connection, session, changes, cancellationToken);

        var events = changes.Select(change => new LedgerEvent(change.StreamId, change.Event)).ToList();
        await listener.CompleteAsync(new LedgerCommit(Guid.Parse(session.TenantId), head, events, session), cancellationToken);
    }

    private async Task CopyStreamsAsync(
        NpgsqlConnection connection, IDocumentSession session, IReadOnlyList<BulkChange<TDocument>> changes, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using (var copy = await connection.BeginBinaryImportAsync(
            "copy mt_streams (tenant_id, id, type, version, timestamp, created) from stdin (format binary)", cancellationToken))
        {
            foreach (var change in changes.Where(change => change.Version == 1))
            {
                await copy.StartRowAsync(cancellationToken);
                await copy.WriteAsync(session.TenantId, NpgsqlDbType.Varchar, cancellationToken);
                await copy.WriteAsync(change.StreamId, NpgsqlDbType.Uuid, cancellationToken);
                await copy.WriteAsync(document.StreamType, NpgsqlDbType.Varchar, cancellationToken);
                await copy.WriteAsync((long)change.Version, NpgsqlDbType.Bigint, cancellationToken);
                await copy.WriteAsync(now, NpgsqlDbType.TimestampTz, cancellationToken);
                await copy.WriteAsync(now, NpgsqlDbType.TimestampTz, cancellationToken);
            }

            await copy.CompleteAsync(cancellationToken);
        }

        var later = changes.Where(change => change.Version > 1).ToList();
        if (later.Count == 0) return;
        await using var update = new NpgsqlCommand(
            """
            update mt_streams set version = change.version, timestamp = $4
            from unnest($2, $3) as change (id, version) where mt_streams.tenant_id = $1 and mt_streams.id = change.id
            """, connection);
        update.Parameters.Add(new NpgsqlParameter<string> { TypedValue = session.TenantId });
        update.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. later.Select(change => change.StreamId)] });
        update.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. later.Select(change => (long)change.Version)] });
        update.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = now });
        await update.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task CopyEventsAsync(
        NpgsqlConnection connection, IDocumentSession session, LedgerHead head, IReadOnlyList<BulkChange<TDocument>> changes,
        CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var sequences = await NextSequencesAsync(connection, changes.Count, cancellationToken);
        var json = StoredJson.Options;
        var headers = JsonSerializer.Serialize(new Dictionary<string, long> { [LedgerRevision.Header] = head.Revision });

        var names = new Dictionary<Type, (string Type, string DotNetType)>();

        await using var copy = await connection.BeginBinaryImportAsync(
            """
            copy mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, headers, is_archived)
            from stdin (format binary)
            """, cancellationToken);
        for (var index = 0; index < changes.Count; index++)
        {
            var change = changes[index];
            var (type, dotnetType) = NamesOf(change.Event);
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(sequences[index], NpgsqlDbType.Bigint, cancellationToken);
            await copy.WriteAsync(Guid.CreateVersion7(now), NpgsqlDbType.Uuid, cancellationToken);
            await copy.WriteAsync(change.StreamId, NpgsqlDbType.Uuid, cancellationToken);
            await copy.WriteAsync((long)change.Version, NpgsqlDbType.Bigint, cancellationToken);
            await copy.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(change.Event, json), NpgsqlDbType.Jsonb, cancellationToken);
            await copy.WriteAsync(type, NpgsqlDbType.Varchar, cancellationToken);
            await copy.WriteAsync(now, NpgsqlDbType.TimestampTz, cancellationToken);
            await copy.WriteAsync(session.TenantId, NpgsqlDbType.Varchar, cancellationToken);
            await copy.WriteAsync(dotnetType, NpgsqlDbType.Varchar, cancellationToken);
            await copy.WriteAsync(headers, NpgsqlDbType.Jsonb, cancellationToken);
            await copy.WriteAsync(false, NpgsqlDbType.Boolean, cancellationToken);
        }

        await copy.CompleteAsync(cancellationToken);

        (string Type, string DotNetType) NamesOf(object data)
        {
            if (names.TryGetValue(data.GetType(), out var known)) return known;
            var e = session.Events.BuildEvent(data);
            return names[data.GetType()] = (e.EventTypeName, e.DotNetTypeName);
        }
    }

    private async Task CopyDocumentsAsync(
        NpgsqlConnection connection, IDocumentSession session, IReadOnlyList<BulkChange<TDocument>> changes, CancellationToken cancellationToken)
    {
        Guid[] replaced = [.. changes.Where(change => change.Version > 1).Select(change => change.StreamId)];
        if (replaced.Length > 0)
        {
            await using var delete = new NpgsqlCommand($"delete from {document.Table} where tenant_id = $1 and id = any ($2)", connection);
            delete.Parameters.Add(new NpgsqlParameter<string> { TypedValue = session.TenantId });
            delete.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = replaced });
            await delete.ExecuteNonQueryAsync(cancellationToken);
        }

        var now = time.GetUtcNow();
        var json = StoredJson.Options;
        var columns = string.Concat(document.Columns.Select(column => $", {column.Name}"));
        await using var copy = await connection.BeginBinaryImportAsync(
            $"copy {document.Table} (tenant_id, id, data, mt_last_modified, mt_dotnet_type, mt_version{columns}) from stdin (format binary)",
            cancellationToken);
        foreach (var change in changes)
        {
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(session.TenantId, NpgsqlDbType.Varchar, cancellationToken);
            await copy.WriteAsync(change.StreamId, NpgsqlDbType.Uuid, cancellationToken);
            await copy.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(change.Document, json), NpgsqlDbType.Jsonb, cancellationToken);
            await copy.WriteAsync(now, NpgsqlDbType.TimestampTz, cancellationToken);
            await copy.WriteAsync(typeof(TDocument).FullName!, NpgsqlDbType.Varchar, cancellationToken);
            await copy.WriteAsync((long)change.Version, NpgsqlDbType.Bigint, cancellationToken);
            foreach (var column in document.Columns)
            {
                if (column.Read(change.Document) is { } value) await copy.WriteAsync(value, column.Type, cancellationToken);
                else await copy.WriteNullAsync(cancellationToken);
            }
        }

        await copy.CompleteAsync(cancellationToken);
    }

    private static async Task<List<long>> NextSequencesAsync(NpgsqlConnection connection, int count, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select nextval('mt_events_sequence') from generate_series(1, $1)", connection);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = count });
        var sequences = new List<long>(count);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) sequences.Add(reader.GetInt64(0));
        return sequences;
    }
}
