using System.Text.Json;
using MyBudget.Benchmarks.Floor;
using Npgsql;
using NpgsqlTypes;

namespace MyBudget.Benchmarks.Data;

/// <summary>Puts into the floor's tables what the product answers, so that both hold the same.</summary>
internal sealed class FloorCopy(NpgsqlDataSource database)
{
    public Task CreateSchemaAsync(CancellationToken cancellationToken) => ExecuteAsync(FloorSchema.Create, cancellationToken);

    public Task AddMemberAsync(Guid ledger, Guid user, CancellationToken cancellationToken) =>
        ExecuteAsync("insert into floor.members values ($1, $2, 'owner')", cancellationToken, ledger, user);

    public Task AddSignInAsync(Guid session, Guid user, CancellationToken cancellationToken) =>
        ExecuteAsync("insert into floor.sign_ins values ($1, $2, null)", cancellationToken, session, user);

    public async Task AddTransactionsAsync(Guid ledger, JsonElement items, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var copy = await connection.BeginBinaryImportAsync("copy floor.transactions from stdin (format binary)", cancellationToken);
        foreach (var item in items.EnumerateArray())
        {
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(ledger, NpgsqlDbType.Uuid, cancellationToken);
            await WriteAsync("id", NpgsqlDbType.Uuid, value => value.GetGuid());
            await WriteAsync("accountId", NpgsqlDbType.Uuid, value => value.GetGuid());
            await WriteAsync("date", NpgsqlDbType.Date, value => DateOnly.FromDateTime(value.GetDateTime()));
            await WriteAsync("amount", NpgsqlDbType.Bigint, value => value.GetInt64());
            await WriteAsync("payee", NpgsqlDbType.Text, value => value.GetString()!);
            await WriteAsync("categoryId", NpgsqlDbType.Uuid, value => value.GetGuid());
            await WriteTransferAsync();
            await WriteAsync("note", NpgsqlDbType.Text, value => value.GetString()!);
            await WriteAsync("tags", NpgsqlDbType.Array | NpgsqlDbType.Text, value => value.Deserialize<string[]>()!);
            await WriteAsync("status", NpgsqlDbType.Text, value => value.GetString()!);
            await WriteAsync("importId", NpgsqlDbType.Uuid, value => value.GetGuid());
            await WriteAsync("bankId", NpgsqlDbType.Text, value => value.GetString()!);
            await WriteAsync("createdBy", NpgsqlDbType.Uuid, value => value.GetGuid());
            await WriteAsync("createdAt", NpgsqlDbType.TimestampTz, value => value.GetDateTimeOffset().UtcDateTime);
            await WriteAsync("updatedAt", NpgsqlDbType.TimestampTz, value => value.GetDateTimeOffset().UtcDateTime);
            await copy.WriteNullAsync(cancellationToken);
            await WriteAsync("version", NpgsqlDbType.Integer, value => value.GetInt32());

            async Task WriteTransferAsync()
            {
                var isTransfer = item.TryGetProperty("transfer", out var transfer) && transfer.ValueKind is not JsonValueKind.Null;
                if (isTransfer) await copy.WriteAsync(transfer.GetProperty("accountId").GetGuid(), NpgsqlDbType.Uuid, cancellationToken);
                else await copy.WriteNullAsync(cancellationToken);
                if (isTransfer) await copy.WriteAsync(transfer.GetProperty("amount").GetInt64(), NpgsqlDbType.Bigint, cancellationToken);
                else await copy.WriteNullAsync(cancellationToken);
            }

            async Task WriteAsync<T>(string member, NpgsqlDbType type, Func<JsonElement, T> read)
            {
                if (item.TryGetProperty(member, out var value) && value.ValueKind is not JsonValueKind.Null)
                    await copy.WriteAsync(read(value), type, cancellationToken);
                else await copy.WriteNullAsync(cancellationToken);
            }
        }

        await copy.CompleteAsync(cancellationToken);
    }

    public async Task AddChangesAsync(Guid ledger, JsonElement items, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var copy = await connection.BeginBinaryImportAsync("copy floor.changes from stdin (format binary)", cancellationToken);
        foreach (var item in items.EnumerateArray())
        {
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(ledger, NpgsqlDbType.Uuid, cancellationToken);
            await copy.WriteAsync(item.GetProperty("revision").GetInt64(), NpgsqlDbType.Bigint, cancellationToken);
            await copy.WriteAsync(item.GetProperty("id").GetGuid(), NpgsqlDbType.Uuid, cancellationToken);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    /// <param name="ledger">The ledger.</param>
    /// <param name="cursor">The product's, of who has everything.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task AddHeadAsync(Guid ledger, string cursor, CancellationToken cancellationToken)
    {
        var head = FloorChangesCursor.Read(cursor);
        return ExecuteAsync("insert into floor.heads values ($1, $2, $3)", cancellationToken, ledger, head.Incarnation, head.Revision);
    }

    public async Task AddAccountsAsync(Guid ledger, JsonElement items, CancellationToken cancellationToken)
    {
        foreach (var item in items.EnumerateArray())
        {
            await ExecuteAsync(
                "insert into floor.accounts values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)", cancellationToken,
                ledger, item.GetProperty("id").GetGuid(), item.GetProperty("name").GetString()!, item.GetProperty("type").GetString()!,
                item.GetProperty("currency").GetString()!, item.GetProperty("openingBalance").GetInt64(),
                DateOnly.FromDateTime(item.GetProperty("openedOn").GetDateTime()), item.GetProperty("onBudget").GetBoolean(),
                item.GetProperty("closed").GetBoolean(), item.GetProperty("balance").GetInt64(), item.GetProperty("clearedBalance").GetInt64(),
                item.GetProperty("createdAt").GetDateTimeOffset().UtcDateTime, item.GetProperty("updatedAt").GetDateTimeOffset().UtcDateTime,
                item.GetProperty("version").GetInt32());
        }
    }

    public Task AddBudgetAsync(Guid ledger, JsonElement budget, CancellationToken cancellationToken) => ExecuteAsync(
        "insert into floor.budgets values ($1, $2, $3, $4, $5, $6, $7, $8)", cancellationToken,
        ledger, budget.GetProperty("id").GetGuid(), budget.GetProperty("name").GetString()!, budget.GetProperty("amount").GetInt64(),
        DateOnly.FromDateTime(budget.GetProperty("startsOn").GetDateTime()), budget.GetProperty("categoryIds")[0].GetGuid(),
        budget.GetProperty("rollover").GetString() is "surplus", budget.GetProperty("thresholds")[0].GetInt32());

    /// <summary>Adds up once what recording then keeps up.</summary>
    public Task AddUpBudgetsAsync(Guid ledger, CancellationToken cancellationToken) => ExecuteAsync(
        """
        insert into floor.budget_spent
        select b.ledger_id, b.id, date_trunc('month', t.date)::date, -sum(t.amount)
        from floor.budgets b join floor.transactions t on t.ledger_id = b.ledger_id and t.category_id = b.category_id and t.date >= b.starts_on
        where b.ledger_id = $1 group by 1, 2, 3
        """, cancellationToken, ledger);

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = database.CreateCommand(sql);
        command.CommandTimeout = 300;
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
