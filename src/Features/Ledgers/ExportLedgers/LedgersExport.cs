using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.UseCases;
using Npgsql;

namespace MyBudget.Features.Ledgers.ExportLedgers;

/// <summary>Every ledger of a user: what is in it, kind by kind, and the whole history that led there.</summary>
internal sealed class LedgersExport(NpgsqlDataSource database, IEnumerable<LedgerEntity> entities) : IExportSource
{
    public string Name => "ledgers";

    public async Task WriteAsync(ExportWriter export, Guid userId, CancellationToken cancellationToken)
    {
        var ledgers = new List<(Guid Id, string Role)>();
        await using (var command = database.CreateCommand("select ledger_id, role from mt_doc_ledger_membership where user_id = $1 order by ledger_id"))
        {
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = userId });
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken)) ledgers.Add((reader.GetGuid(0), reader.GetString(1).ToLowerInvariant()));
        }

        export.Json.WriteStartArray();
        foreach (var (id, role) in ledgers)
        {
            export.Json.WriteStartObject();
            export.Json.WriteString("id", id);
            export.Json.WriteString("role", role);
            foreach (var entity in entities)
                await WriteRowsAsync(entity.Kind, $"select data from mt_doc_{entity.Kind} where tenant_id = $1 order by id", id);
            // Marten closes the gap of an append that was lost with its connection by an event of its own.
            await WriteRowsAsync("history",
                """
                select jsonb_build_object('id', stream_id, 'version', version, 'event', type, 'at', timestamp, 'data', data)
                from mt_events where tenant_id = $1 and type <> 'tombstone' order by seq_id
                """, id);
            export.Json.WriteEndObject();
        }

        export.Json.WriteEndArray();

        async Task WriteRowsAsync(string name, string sql, Guid ledgerId)
        {
            await using var command = database.CreateCommand(sql);
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = LedgerScope.TenantOf(ledgerId) });
            export.Json.WriteStartArray(name);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                export.Json.WriteRawValue(reader.GetFieldValue<byte[]>(0), skipInputValidation: true);
                await export.DrainAsync(cancellationToken);
            }

            export.Json.WriteEndArray();
        }
    }
}
