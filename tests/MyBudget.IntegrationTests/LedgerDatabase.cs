using Npgsql;

namespace MyBudget.IntegrationTests;

/// <summary>Looks past the API, at the rows of one ledger: <c>@ledger</c> is its id in statements, <c>@tenant</c> its tenant name.</summary>
public sealed class LedgerDatabase(string connectionString, Guid ledgerId)
{
    public static LedgerDatabase Of(AppFixture app, LedgerClient ledger) => new(app.ConnectionString, ledger.LedgerId);

    /// <summary>The first column of every row.</summary>
    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, params (string Name, object Value)[] parameters)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue("ledger", ledgerId);
        command.Parameters.AddWithValue("tenant", ledgerId.ToString());
        foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value);
        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) rows.Add(reader.GetFieldValue<T>(0));
        return rows;
    }

    /// <summary>The revision that each event carries, in the order they were appended.</summary>
    public Task<IReadOnlyList<long>> EventRevisionsAsync() =>
        QueryAsync<long>("select (headers->>'revision')::bigint from mt_events where tenant_id = @tenant order by seq_id");

    /// <summary>Those tables that hold rows of this ledger.</summary>
    public async Task<IReadOnlyList<string>> TablesInUseAsync()
    {
        var columns = await QueryAsync<string>(
            """
            select c.table_name || '.' || c.column_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
            where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.column_name in ('tenant_id', 'ledger_id')
            """);
        var used = new List<string>();
        foreach (var column in columns.Select(column => column.Split('.')))
        {
            var rows = await QueryAsync<long>($"select count(*) from {column[0]} where {column[1]}::text = @tenant");
            if (rows[0] > 0) used.Add(column[0]);
        }

        return used;
    }
}
