using Npgsql;

namespace MyBudget.Benchmarks.Floor;

/// <summary>All transactions of a ledger as PostgreSQL's COPY writes them, passed on as they come.</summary>
internal static class FloorDownload
{
    public static async Task WriteAsync(NpgsqlDataSource database, FloorCaller caller, HttpResponse response)
    {
        await using (var access = caller.Command(database, $"select role from {FloorCaller.Member}"))
        {
            if (await access.ExecuteScalarAsync() is null)
            {
                response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }
        }

        response.ContentType = "text/plain";
        await using var connection = await database.OpenConnectionAsync();
        using var rows = (StreamReader)await connection.BeginTextExportAsync(
            $"copy (select {FloorTransactions.Columns} from floor.transactions t where ledger_id = '{caller.LedgerId}' and deleted_at is null) "
            + "to stdout");
        // Every row comes by itself, and few bytes at a time compress badly.
        await using var large = new BufferedStream(response.Body, 64 * 1024);
        await rows.BaseStream.CopyToAsync(large);
    }
}
