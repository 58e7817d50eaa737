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
        var rows = await Run(
            $"""
             select true, to_jsonb(row)::text from ({Stored()} except {Replayed()}) as row
             union all select false, to_jsonb(row)::text from ({Replayed()} except {Stored()}) as row
             order by 1 desc, 2
             """)
            .ListAsync(row => (IsStored: row.GetBoolean(0), Row: row.GetString(1)), cancellationToken);
        return rows.Count == 0 ? null : new TotalsDrift(
            table, [.. rows.Where(row => row.IsStored).Select(row => row.Row)], [.. rows.Where(row => !row.IsStored).Select(row => row.Row)]);

        Sql Stored() => $"select {columns} from {Aside(table)}";

        Sql Replayed() => $"select {columns} from {Sql.Name(table)} where ledger_id = {ledgerId}";
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
