using Npgsql;

namespace MyBudget.Infrastructure.EventStore.Maintenance;

/// <summary>A ledger's rows as they were stored, beside those that a replay writes, within one transaction.</summary>
internal sealed class ReplayedTables(NpgsqlConnection connection, Guid ledgerId)
{
    // A mended ledger's rows have other revisions than those of their events.
    private const string Columns =
        """
        select string_agg(quote_ident(column_name), ', ' order by ordinal_position) filter (where column_name <> 'revision'),
               string_agg(quote_ident(column_name), ', ') filter (where column_name in ('revision', 'structure'))
        from information_schema.columns where table_schema = current_schema() and table_name = $1
        """;

    public async Task SetAsideAsync(string table, CancellationToken cancellationToken)
    {
        await ExecuteAsync($"create temporary table stored_{table} (like {table}) on commit drop", cancellationToken);
        await ExecuteAsync($"insert into stored_{table} select * from {table} where ledger_id = $1", cancellationToken, ledgerId);
        await ExecuteAsync($"delete from {table} where ledger_id = $1", cancellationToken, ledgerId);
    }

    public async Task<TotalsDrift?> CompareAsync(string table, CancellationToken cancellationToken)
    {
        var (columns, _) = await ColumnsAsync(table, cancellationToken);
        var stored = $"select {columns} from stored_{table}";
        var replayed = $"select {columns} from {table} where ledger_id = $1";
        await using var command = Command(
            $"""
            select true, to_jsonb(row)::text from ({stored} except {replayed}) as row
            union all select false, to_jsonb(row)::text from ({replayed} except {stored}) as row
            order by 1 desc, 2
            """,
            ledgerId);
        var rows = new List<(bool IsStored, string Row)>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) rows.Add((reader.GetBoolean(0), reader.GetString(1)));
        return rows.Count == 0 ? null : new TotalsDrift(
            table, [.. rows.Where(row => row.IsStored).Select(row => row.Row)], [.. rows.Where(row => !row.IsStored).Select(row => row.Row)]);
    }

    /// <summary>Clients that hold the figures from before are to fetch them anew.</summary>
    public async Task MarkChangedAsync(string table, long revision, CancellationToken cancellationToken)
    {
        var (_, revisions) = await ColumnsAsync(table, cancellationToken);
        if (revisions is null) return;
        var changes = string.Join(", ", revisions.Split(", ").Select(column => $"{column} = $2"));
        await ExecuteAsync($"update {table} set {changes} where ledger_id = $1", cancellationToken, ledgerId, revision);
    }

    private async Task<(string Compared, string? Revisions)> ColumnsAsync(string table, CancellationToken cancellationToken)
    {
        await using var command = Command(Columns, table);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (reader.GetString(0), await reader.IsDBNullAsync(1, cancellationToken) ? null : reader.GetString(1));
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken, params object[] parameters)
    {
        await using var command = Command(sql, parameters);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private NpgsqlCommand Command(string sql, params object[] parameters)
    {
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var parameter in parameters) command.Parameters.Add(new NpgsqlParameter { Value = parameter });
        return command;
    }
}
