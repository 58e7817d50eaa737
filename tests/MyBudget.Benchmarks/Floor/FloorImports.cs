using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace MyBudget.Benchmarks.Floor;

/// <summary>
/// The least an import can be: the columns are where the benchmark puts them. What the account has of the file's days is read first,
/// and a row that is there already, to the letter, is left out; the others are copied.
/// </summary>
internal static class FloorImports
{
    private const string Known =
        """
        select date, amount, payee, bank_id from floor.transactions
        where ledger_id = $1 and account_id = $2 and date between $3 and $4 and deleted_at is null
        """;

    private const string Balance =
        "update floor.accounts set balance = balance + $3, cleared_balance = cleared_balance + $3 where ledger_id = $1 and id = $2";

    private const string Undo =
        """
        with gone as (delete from floor.transactions where ledger_id = $3 and import_id = $4 returning account_id, amount)
        update floor.accounts a set balance = balance - s.amount, cleared_balance = cleared_balance - s.amount
        from (select account_id, sum(amount)::bigint as amount from gone group by 1) s where a.ledger_id = $3 and a.id = s.account_id
        """;

    public static async Task<FloorImport?> ImportAsync(NpgsqlDataSource database, FloorCaller caller, Guid account, Stream file, DateTimeOffset now)
    {
        var rows = await ReadAsync(file);
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var access = Command(connection, $"select role from {FloorCaller.Member}", caller.SessionId, caller.UserId, caller.LedgerId))
        {
            if (await access.ExecuteScalarAsync() is not ("owner" or "editor")) return null;
        }

        var known = await KnownAsync(connection, caller.LedgerId, account, rows);
        var unknown = rows.FindAll(row => known.Add(row));
        var import = Guid.CreateVersion7(now);
        await CopyAsync(connection, new FloorImported(caller, account, import, now), unknown);
        await using (var balance = Command(connection, Balance, caller.LedgerId, account, unknown.Sum(row => row.Amount)))
            await balance.ExecuteNonQueryAsync();

        await transaction.CommitAsync();
        return new FloorImport(import, unknown.Count, rows.Count - unknown.Count, 0);
    }

    public static async Task UndoAsync(NpgsqlDataSource database, FloorCaller caller, Guid import)
    {
        await using var command = caller.Command(database, Undo);
        FloorCaller.Add(command, import);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<List<FloorRow>> ReadAsync(Stream file)
    {
        var rows = new List<FloorRow>();
        using var reader = new StreamReader(file);
        await reader.ReadLineAsync();
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
        {
            // Date,Description,Amount,Reference
            var fields = line.Split(',');
            rows.Add(new FloorRow(
                DateOnly.ParseExact(fields[0], "yyyy-MM-dd", CultureInfo.InvariantCulture),
                (long)(decimal.Parse(fields[2], CultureInfo.InvariantCulture) * 100), fields[1], fields[3]));
        }

        return rows;
    }

    private static async Task<HashSet<FloorRow>> KnownAsync(NpgsqlConnection connection, Guid ledger, Guid account, List<FloorRow> rows)
    {
        await using var command = Command(connection, Known, ledger, account, rows.Min(row => row.Date), rows.Max(row => row.Date));
        var known = new HashSet<FloorRow>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            known.Add(new FloorRow(reader.GetFieldValue<DateOnly>(0), reader.GetInt64(1), Text(2), Text(3)));
        return known;

        string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
    }

    private static async Task CopyAsync(NpgsqlConnection connection, FloorImported import, List<FloorRow> rows)
    {
        await using var copy = await connection.BeginBinaryImportAsync("copy floor.transactions from stdin (format binary)");
        foreach (var row in rows)
        {
            await copy.StartRowAsync();
            await copy.WriteAsync(import.Caller.LedgerId, NpgsqlDbType.Uuid);
            await copy.WriteAsync(Guid.CreateVersion7(import.At), NpgsqlDbType.Uuid);
            await copy.WriteAsync(import.AccountId, NpgsqlDbType.Uuid);
            await copy.WriteAsync(row.Date, NpgsqlDbType.Date);
            await copy.WriteAsync(row.Amount, NpgsqlDbType.Bigint);
            await copy.WriteAsync(row.Payee, NpgsqlDbType.Text);
            for (var empty = 0; empty < 4; empty++) await copy.WriteNullAsync();
            await copy.WriteAsync(Array.Empty<string>(), NpgsqlDbType.Array | NpgsqlDbType.Text);
            await copy.WriteAsync("cleared", NpgsqlDbType.Text);
            await copy.WriteAsync(import.Id, NpgsqlDbType.Uuid);
            await copy.WriteAsync(row.BankId, NpgsqlDbType.Text);
            await copy.WriteAsync(import.Caller.UserId, NpgsqlDbType.Uuid);
            await copy.WriteAsync(import.At.UtcDateTime, NpgsqlDbType.TimestampTz);
            await copy.WriteAsync(import.At.UtcDateTime, NpgsqlDbType.TimestampTz);
            await copy.WriteNullAsync();
            await copy.WriteAsync(1, NpgsqlDbType.Integer);
        }

        await copy.CompleteAsync();
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }

    private sealed record FloorRow(DateOnly Date, long Amount, string? Payee, string? BankId);

    private sealed record FloorImported(FloorCaller Caller, Guid AccountId, Guid Id, DateTimeOffset At);
}
