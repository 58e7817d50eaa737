using System.Globalization;
using System.Text;
using Npgsql;

namespace MyBudget.Benchmarks.Floor;

/// <summary>What a list is narrowed to, as far as the benchmark asks.</summary>
internal sealed record FloorFilter(Guid? AccountId, string? Q, string? Tag, long? MinAmount, long? MaxAmount, string? Cursor, int? Limit)
{
    public int PageSize => Limit ?? 50;
}

/// <summary>
/// A page of transactions, newest first. An account's list has its transfers' arrivals too, from an index of their own; a search goes
/// through the list until the page is full.
/// </summary>
internal static class FloorSearch
{
    public static async Task<FloorTransactionPage> PageAsync(NpgsqlDataSource database, FloorCaller caller, FloorFilter filter)
    {
        await using var command = caller.Command(database, "");
        command.CommandText = $"select {FloorTransactions.Columns} from {FloorCaller.Member} cross join lateral ({List(command, filter)}) t";
        var items = new List<FloorTransaction>(filter.PageSize);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            if (items.Count == filter.PageSize) return new FloorTransactionPage(items, FloorCursor.After(items[^1]));
            items.Add(FloorTransactions.Read(reader));
        }

        return new FloorTransactionPage(items, null);
    }

    private static string List(NpgsqlCommand command, FloorFilter filter)
    {
        var conditions = Conditions(command, filter);
        var order = string.Create(CultureInfo.InvariantCulture, $"order by t.date desc, t.id desc limit {filter.PageSize + 1}");
        if (filter.AccountId is not { } account) return $"select * from floor.transactions t where {conditions} {order}";

        var id = Parameter(command, account);
        return $"""
            select * from (
              (select * from floor.transactions t where {conditions} and t.account_id = {id} {order})
              union all (select * from floor.transactions t where {conditions} and t.transfer_account_id = {id} {order})) t {order}
            """;
    }

    private static string Conditions(NpgsqlCommand command, FloorFilter filter)
    {
        var sql = new StringBuilder("t.ledger_id = $3 and t.deleted_at is null");
        if (filter.Cursor is { } cursor)
        {
            var (date, id) = FloorCursor.Read(cursor);
            sql.Append(CultureInfo.InvariantCulture, $" and (t.date, t.id) < ({Parameter(command, date)}, {Parameter(command, id)})");
        }

        if (filter.MinAmount is { } least) sql.Append(" and t.amount >= ").Append(Parameter(command, least));
        if (filter.MaxAmount is { } most) sql.Append(" and t.amount <= ").Append(Parameter(command, most));
        if (filter.Tag is { } tag)
            sql.Append(" and exists (select from unnest(t.tags) tag where lower(tag) = lower(").Append(Parameter(command, tag)).Append("))");
        if (filter.Q is { } text)
        {
            var pattern = Parameter(command, $"%{text}%");
            sql.Append(CultureInfo.InvariantCulture, $" and (t.payee ilike {pattern} or t.note ilike {pattern})");
        }

        return sql.ToString();
    }

    private static string Parameter<T>(NpgsqlCommand command, T value)
    {
        FloorCaller.Add(command, value);
        return string.Create(CultureInfo.InvariantCulture, $"${command.Parameters.Count}");
    }
}
