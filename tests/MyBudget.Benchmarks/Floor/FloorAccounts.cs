using Npgsql;

namespace MyBudget.Benchmarks.Floor;

internal static class FloorAccounts
{
    private const string All =
        $"""
        select a.id, a.name, a.type, a.currency, a.opening_balance, a.opened_on, a.on_budget, a.closed, a.balance, a.cleared_balance,
          a.created_at, a.updated_at, a.version
        from {FloorCaller.Member} join floor.accounts a using (ledger_id) order by a.closed, lower(a.name), a.id
        """;

    public static async Task<FloorAccountPage> ListAsync(NpgsqlDataSource database, FloorCaller caller)
    {
        await using var command = caller.Command(database, All);
        await using var row = await command.ExecuteReaderAsync();
        var accounts = new List<FloorAccount>();
        while (await row.ReadAsync())
        {
            accounts.Add(new FloorAccount(
                row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt64(4), row.GetFieldValue<DateOnly>(5),
                row.GetBoolean(6), row.GetBoolean(7), row.GetInt64(8), row.GetInt64(9), row.GetDateTime(10), row.GetDateTime(11),
                row.GetInt32(12)));
        }

        return new FloorAccountPage(accounts, null);
    }
}
