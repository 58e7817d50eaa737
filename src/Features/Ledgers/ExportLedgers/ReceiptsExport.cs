namespace MyBudget.Features.Ledgers.ExportLedgers;

/// <summary>
/// The receipts of a user's ledgers with all their bytes, where that is asked for. Part by part, each by a statement of its own: it may take as
/// long as the client needs, and holds neither a connection nor a whole receipt meanwhile.
/// </summary>
internal sealed class ReceiptsExport(NpgsqlDataSource database) : IExportSource
{
    /// <summary>Whole groups of base64.</summary>
    private const int PartBytes = 3 * 20 * 1024;

    public string Name => "receipts";

    public bool TakesLong => true;

    public async Task WriteAsync(ExportWriter export, Guid userId, CancellationToken cancellationToken)
    {
        if (!export.WithReceipts)
        {
            export.Json.WriteNullValue();
            return;
        }

        export.Json.WriteStartArray();
        foreach (var ledger in await database.ExportedLedgersAsync(userId, cancellationToken))
        {
            // Who may not restore what was removed does not see it, either.
            var isViewer = ledger.Role == "viewer";
            var ids = await database.Sql(
                $"select id from {TransactionsTables.Receipts:raw} where ledger_id = {ledger.Id} and (removed_at is null or not {isViewer}) order by added_at, id")
                .ListAsync(row => row.GetGuid(0), cancellationToken);
            foreach (var id in ids) await WriteAsync(export, ledger.Id, id, cancellationToken);
        }

        export.Json.WriteEndArray();
    }

    private async Task WriteAsync(ExportWriter export, Guid ledgerId, Guid id, CancellationToken cancellationToken)
    {
        var found = await database.Sql(
            $"select name, type, size, added_at, removed_at from {TransactionsTables.Receipts:raw} where ledger_id = {ledgerId} and id = {id}")
            .ListAsync(
                row => (
                    Name: row.GetString(0), Type: row.GetString(1), Size: row.GetInt32(2), AddedAt: row.GetFieldValue<DateTimeOffset>(3),
                    RemovedAt: row.IsDBNull(4) ? null : row.GetFieldValue<DateTimeOffset?>(4)),
                cancellationToken);
        // Erased meanwhile.
        if (found.Count == 0) return;

        var (name, type, size, addedAt, removedAt) = found[0];
        export.Json.WriteStartObject();
        export.Json.WriteString("ledgerId", ledgerId);
        export.Json.WriteString("id", id);
        export.Json.WriteString("name", name);
        export.Json.WriteString("type", type);
        export.Json.WriteNumber("size", size);
        export.Json.WriteString("addedAt", addedAt);
        if (removedAt is { } at) export.Json.WriteString("removedAt", at);
        export.Json.WritePropertyName("data");
        for (var from = 0; from < size; from += PartBytes)
        {
            var part = await database.Sql(
                $"""
                 select substring(data from {from + 1} for {PartBytes:raw}) from {TransactionsTables.Receipts:raw}
                 where ledger_id = {ledgerId} and id = {id}
                 """).FirstOrDefaultAsync(row => row.GetFieldValue<byte[]>(0), cancellationToken);
            export.Json.WriteBase64StringSegment(part ?? [], isFinalSegment: part is null || from + PartBytes >= size);
            if (part is null) break;
            await export.DrainAsync(cancellationToken);
        }

        export.Json.WriteEndObject();
    }
}
