namespace MyBudget.Infrastructure.EventStore.Maintenance;

/// <summary>A ledger's rows as they were stored, beside those that a replay writes, within one transaction.</summary>
internal sealed class ReplayedTables(NpgsqlConnection connection, Guid ledgerId)
{
    public async Task SetAsideAsync(string table, CancellationToken cancellationToken)
    {
        var (here, aside) = (Sql.Name(table), Aside(table));
        await Run($"create temporary table {aside} (like {here}) on commit drop").ExecuteAsync(cancellationToken);
        await Run($"insert into {aside} select * from {here} where ledger_id = {ledgerId}").ExecuteAsync(cancellationToken);
        await Run($"delete from {here} where ledger_id = {ledgerId}").ExecuteAsync(cancellationToken);
    }

    public async Task<TotalsDrift?> CompareAsync(string table, CancellationToken cancellationToken)
    {
        // A mended ledger's rows have other revisions than those of their events.
        var columns = Sql.List((await ColumnsAsync(table, cancellationToken)).Where(column => column != "revision").Select(Sql.Name));
        return await CompareAsync(
            table, () => $"select {columns} from {Aside(table)}", () => $"select {columns} from {Sql.Name(table)} where ledger_id = {ledgerId}",
            cancellationToken);
    }

    /// <param name="table">Replayed.</param>
    /// <param name="recount">Reckons its rows from the stored entities.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    public async Task<TotalsDrift?> CompareEntitiesAsync(string table, Func<Sql> recount, CancellationToken cancellationToken)
    {
        var columns = Sql.List((await ColumnsAsync(table, cancellationToken)).Where(column => column != "ledger_id").Select(Sql.Name));
        var drift = await CompareAsync(
            table, () => $"select {columns} from ({recount()}) entity where tenant_id = {LedgerScope.TenantOf(ledgerId)}",
            () => $"select {columns} from {Sql.Name(table)} where ledger_id = {ledgerId}", cancellationToken);
        return drift is null ? null : drift with { IsOfEntities = true };
    }

    private async Task<TotalsDrift?> CompareAsync(string table, Func<Sql> stored, Func<Sql> replayed, CancellationToken cancellationToken)
    {
        var rows = await Run(
            $"""
             select true, to_jsonb(row)::text from ({stored()} except {replayed()}) as row
             union all select false, to_jsonb(row)::text from ({replayed()} except {stored()}) as row
             order by 1 desc, 2
             """)
            .ListAsync(row => (IsStored: row.GetBoolean(0), Row: row.GetString(1)), cancellationToken);
        return rows.Count == 0 ? null : new TotalsDrift(
            table, [.. rows.Where(row => row.IsStored).Select(row => row.Row)], [.. rows.Where(row => !row.IsStored).Select(row => row.Row)]);
    }

    /// <summary>Clients that hold the figures from before are to fetch them anew.</summary>
    public async Task MarkChangedAsync(string table, long revision, CancellationToken cancellationToken)
    {
        var changes = (await ColumnsAsync(table, cancellationToken)).Where(column => column is "revision" or "structure" or "counted")
            .Select(column => (Sql)$"{Sql.Name(column)} = {revision}").ToList();
        if (changes.Count > 0)
            await Run($"update {Sql.Name(table)} set {Sql.List(changes)} where ledger_id = {ledgerId}").ExecuteAsync(cancellationToken);
    }

    private static Sql Aside(string table) => Sql.Name($"stored_{table}");

    private Task<IReadOnlyList<string>> ColumnsAsync(string table, CancellationToken cancellationToken) => Run(
        $"""
         select column_name from information_schema.columns
         where table_schema = current_schema() and table_name = {table} order by ordinal_position
         """)
        .ListAsync(row => row.GetString(0), cancellationToken);

    private SqlCall Run(Sql sql) => connection.Sql(sql).WithoutTimeout();
}
