namespace MyBudget.Features.Ledgers.ExportLedgers;

/// <summary>Every ledger that is open to a user, those that they can restore included: what is in it, kind by kind, and the whole history that led there.</summary>
internal sealed class LedgersExport(NpgsqlDataSource database, IEnumerable<LedgerEntity> entities) : IExportSource
{
    public string Name => "ledgers";

    public async Task WriteAsync(ExportWriter export, Guid userId, CancellationToken cancellationToken)
    {
        export.Json.WriteStartArray();
        foreach (var (id, role, deletedAt) in await database.ExportedLedgersAsync(userId, cancellationToken))
        {
            var tenant = LedgerScope.TenantOf(id);
            export.Json.WriteStartObject();
            export.Json.WriteString("id", id);
            export.Json.WriteString("role", role);
            if (deletedAt is { } at) export.Json.WriteString("deletedAt", at);
            foreach (var entity in entities)
            {
                var rows = database.Sql($"select data from {Sql.Name(entity.Table)} where tenant_id = {tenant} order by id");
                await WriteRowsAsync(export, entity.Kind, rows, cancellationToken);
            }

            // Marten closes the gap of an append that was lost with its connection by an event of its own.
            var history = database.Sql(
                $"""
                 select jsonb_build_object('id', stream_id, 'version', version, 'event', type, 'at', timestamp, 'data', data)
                 from {EventTables.Events:raw} where tenant_id = {tenant} and type <> 'tombstone' order by seq_id
                 """);
            await WriteRowsAsync(export, "history", history, cancellationToken);
            export.Json.WriteEndObject();
        }

        export.Json.WriteEndArray();
    }

    private static async Task WriteRowsAsync(ExportWriter export, string name, SqlCall rows, CancellationToken cancellationToken)
    {
        export.Json.WriteStartArray(name);
        await foreach (var row in rows.RowsAsync(cancellationToken))
        {
            export.Json.WriteRawValue(row.GetFieldValue<byte[]>(0), skipInputValidation: true);
            await export.DrainAsync(cancellationToken);
        }

        export.Json.WriteEndArray();
    }
}
