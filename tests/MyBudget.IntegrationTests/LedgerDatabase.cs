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

    /// <summary>The revision that each event carries, in the order they were appended. What Marten put in place of a lost append has none.</summary>
    public Task<IReadOnlyList<long>> EventRevisionsAsync() => QueryAsync<long>(
        "select (headers->>'revision')::bigint from mt_events where tenant_id = @tenant and type <> 'tombstone' order by seq_id");

    /// <summary>Does what Marten does once an append was lost with its connection: an event of its own fills the gap.</summary>
    public Task LoseAnAppendAsync() => QueryAsync<int>(
        """
        with stream as (
            insert into mt_streams (id, type, version, timestamp, created, tenant_id, is_archived)
            select gen_random_uuid(), null, 1, now(), now(), @tenant, false returning id)
        insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, headers, is_archived)
        select nextval('mt_events_sequence'), gen_random_uuid(), id, 1, '{}', 'tombstone', now(), @tenant,
               'JasperFx.Events.Tombstone, JasperFx.Events', null, false
        from stream
        """);

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
