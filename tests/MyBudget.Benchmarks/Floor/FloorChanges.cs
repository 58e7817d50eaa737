using Npgsql;

namespace MyBudget.Benchmarks.Floor;

/// <summary>What changed in a ledger since a cursor, which in the benchmark is transactions alone.</summary>
internal static class FloorChanges
{
    private const string Head = $"select h.incarnation, h.revision from {FloorCaller.Member} join floor.heads h using (ledger_id)";

    private const string Page =
        $"""
        select {FloorTransactions.Columns}, h.incarnation, h.revision, c.revision
        from {FloorCaller.Member} join floor.heads h using (ledger_id)
        left join lateral (
          select revision, id from floor.changes where ledger_id = $3 and (revision, id) > ($4, $5) order by revision, id limit $6) c on true
        left join floor.transactions t on t.ledger_id = $3 and t.id = c.id
        order by c.revision, c.id
        """;

    public static async Task<FloorChangesCursor?> HeadAsync(NpgsqlDataSource database, FloorCaller caller)
    {
        await using var command = caller.Command(database, Head);
        await using var row = await command.ExecuteReaderAsync();
        return await row.ReadAsync() ? new FloorChangesCursor(row.GetGuid(0), row.GetInt64(1), null) : null;
    }

    public static async Task<FloorChangesPage?> ReadAsync(NpgsqlDataSource database, FloorCaller caller, FloorChangesCursor since, int limit)
    {
        await using var command = caller.Command(database, Page);
        FloorCaller.Add(command, since.Revision);
        FloorCaller.Add(command, since.After ?? Guid.AllBitsSet);
        FloorCaller.Add(command, limit + 1);
        await using var row = await command.ExecuteReaderAsync();
        FloorChangesCursor? head = null;
        var items = new List<FloorChange>();
        while (await row.ReadAsync())
        {
            head ??= new FloorChangesCursor(row.GetGuid(17), row.GetInt64(18), null);
            if (row.IsDBNull(19)) break;
            if (items.Count == limit)
                return new FloorChangesPage(items, new FloorChangesCursor(since.Incarnation, items[^1].Revision, items[^1].Id).ToString(), true);
            var transaction = FloorTransactions.Read(row);
            items.Add(new FloorChange("transaction", transaction.Id, row.GetInt64(19), false, transaction));
        }

        return head is null ? null : new FloorChangesPage(items, head.Value.ToString(), false);
    }
}
