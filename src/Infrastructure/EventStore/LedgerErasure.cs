namespace MyBudget.Infrastructure.EventStore;

/// <summary>Removes everything that belongs to a ledger, whatever feature stored it.</summary>
internal static class LedgerErasure
{
    /// <summary>Erases within the session's transaction; nothing is gone before it is saved.</summary>
    public static async Task EraseLedgerAsync(this IDocumentSession session, Guid ledgerId, CancellationToken cancellationToken)
    {
        await session.BeginAsync(cancellationToken);
        // The catalogue knows every table that is kept per ledger, so a feature added later cannot be forgotten here. The head goes first:
        // it waits for the writer at work, and the next one finds the ledger gone.
        var tables = await session.Sql(
            $"""
             select c.table_name, c.column_name from information_schema.columns c
             join information_schema.tables t using (table_schema, table_name)
             where c.table_schema = current_schema() and t.table_type = 'BASE TABLE' and c.column_name in ('tenant_id', 'ledger_id')
             order by c.table_name <> {EventTables.Heads}, c.table_name = {EventTables.Streams}, c.table_name, c.column_name
             """)
            .ListAsync(row => (Table: Sql.Name(row.GetString(0)), IsTenant: row.GetString(1) == "tenant_id"), cancellationToken);
        foreach (var (table, isTenant) in tables)
        {
            if (isTenant) session.Queue($"delete from {table} where tenant_id = {LedgerScope.TenantOf(ledgerId)}");
            else session.Queue($"delete from {table} where ledger_id = {ledgerId}");
        }
    }
}
