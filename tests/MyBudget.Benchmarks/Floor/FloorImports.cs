using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace MyBudget.Benchmarks.Floor;

/// <summary>
/// The least an import can be: the columns are where the benchmark puts them, nothing is compared with what is there, and the
/// rows are copied into a table of their own, which is indexed afterwards.
/// </summary>
internal static class FloorImports
{
    public static async Task<FloorImport?> ImportAsync(NpgsqlDataSource database, FloorCaller caller, Guid account, Stream file, DateTimeOffset now)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var access = new NpgsqlCommand($"select role from {FloorCaller.Member}", connection))
        {
            FloorCaller.Add(access, caller.SessionId);
            FloorCaller.Add(access, caller.UserId);
            FloorCaller.Add(access, caller.LedgerId);
            if (await access.ExecuteScalarAsync() is not ("owner" or "editor")) return null;
        }

        var table = $"floor.import_{Guid.CreateVersion7(now):N}";
        await ExecuteAsync(connection, FloorSchema.CreateImport(table));
        var (rows, total) = await CopyAsync(connection, table, caller.LedgerId, account, file, now);
        await ExecuteAsync(connection, FloorSchema.IndexImport(table));
        await using (var balance = new NpgsqlCommand(
            "update floor.accounts set balance = balance + $3, cleared_balance = cleared_balance + $3 where ledger_id = $1 and id = $2", connection))
        {
            FloorCaller.Add(balance, caller.LedgerId);
            FloorCaller.Add(balance, account);
            FloorCaller.Add(balance, total);
            await balance.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
        return new FloorImport(rows, 0, 0);
    }

    private static async Task<(int Rows, long Total)> CopyAsync(
        NpgsqlConnection connection, string table, Guid ledger, Guid account, Stream file, DateTimeOffset now)
    {
        var rows = 0;
        var total = 0L;
        using var reader = new StreamReader(file);
        await reader.ReadLineAsync();
        await using var copy = await connection.BeginBinaryImportAsync($"copy {table} from stdin (format binary)");
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
        {
            // Date,Description,Amount,Reference
            var fields = line.Split(',');
            var amount = (long)(decimal.Parse(fields[2], CultureInfo.InvariantCulture) * 100);
            await copy.StartRowAsync();
            await copy.WriteAsync(ledger, NpgsqlDbType.Uuid);
            await copy.WriteAsync(Guid.CreateVersion7(now), NpgsqlDbType.Uuid);
            await copy.WriteAsync(account, NpgsqlDbType.Uuid);
            await copy.WriteAsync(DateOnly.ParseExact(fields[0], "yyyy-MM-dd", CultureInfo.InvariantCulture), NpgsqlDbType.Date);
            await copy.WriteAsync(amount, NpgsqlDbType.Bigint);
            await copy.WriteAsync(fields[1], NpgsqlDbType.Text);
            await copy.WriteAsync(fields[3], NpgsqlDbType.Text);
            total += amount;
            rows++;
        }

        await copy.CompleteAsync();
        return (rows, total);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
