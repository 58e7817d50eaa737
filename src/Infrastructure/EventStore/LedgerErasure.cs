using Npgsql;

namespace MyBudget.Infrastructure.EventStore;

/// <summary>Removes everything that belongs to a ledger, whatever feature stored it.</summary>
public static class LedgerErasure
{
    // The catalogue knows every table that is kept per ledger, so a feature added later cannot be forgotten here.
    private const string Tables =
        """
        select c.table_name, c.column_name from information_schema.columns c
        join information_schema.tables t using (table_schema, table_name)
        where c.table_schema = current_schema() and t.table_type = 'BASE TABLE' and c.column_name in ('tenant_id', 'ledger_id')
        order by c.table_name = 'mt_streams', c.table_name, c.column_name
        """;

    /// <summary>Erases within the session's transaction; nothing is gone before it is saved.</summary>
    public static async Task EraseLedgerAsync(this IDocumentSession session, Guid ledgerId, CancellationToken cancellationToken)
    {
        await session.BeginTransactionAsync(cancellationToken);
        var tables = new List<(string Table, string Column)>();
        await using (var command = new NpgsqlCommand(Tables))
        await using (var reader = await session.ExecuteReaderAsync(command, cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken)) tables.Add((reader.GetString(0), reader.GetString(1)));
        }

        // The head goes first: it waits for the writer at work, and the next one finds the ledger gone.
        foreach (var (table, column) in tables.OrderBy(table => table.Table == "ledger_heads" ? 0 : 1))
            session.QueueSqlCommand($"delete from {table} where {column} = ?", column == "ledger_id" ? ledgerId : LedgerScope.TenantOf(ledgerId));
    }
}
