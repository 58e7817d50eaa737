using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace MyBudget.Benchmarks.Floor;

/// <summary>One transaction, a page of an account, and recording one.</summary>
internal static class FloorTransactions
{
    private const string Columns =
        """
        t.id, t.account_id, t.date, t.amount, t.payee, t.category_id, t.note, t.tags, t.status, t.import_id, t.bank_id, t.created_by,
        t.created_at, t.updated_at, t.version
        """;

    private const string One =
        $"select {Columns} from {FloorCaller.Member} join floor.transactions t using (ledger_id) where t.id = $4 and t.deleted_at is null";

    private const string First =
        $"""
        select {Columns} from {FloorCaller.Member} cross join lateral (
          select * from floor.transactions t where t.ledger_id = $3 and t.account_id = $4 and t.deleted_at is null
          order by t.date desc, t.id desc limit 51) t
        """;

    private const string After =
        $"""
        select {Columns} from {FloorCaller.Member} cross join lateral (
          select * from floor.transactions t
          where t.ledger_id = $3 and t.account_id = $4 and t.deleted_at is null and (t.date, t.id) < ($5, $6)
          order by t.date desc, t.id desc limit 51) t
        """;

    private const string Insert =
        $"""
        with entry as (
          insert into floor.transactions
          select $3, $4, a.id, $6, $7, $8, $9, $10, $11, 'cleared', null, null, member.user_id, $12, $12, null, 1
          from {FloorCaller.Member} join floor.accounts a using (ledger_id)
          where member.role in ('owner', 'editor') and a.id = $5 and not a.closed
          returning 1),
        balance as (
          update floor.accounts set balance = balance + $7, cleared_balance = cleared_balance + $7
          where ledger_id = $3 and id = $5 and exists (select from entry)),
        spent as (
          insert into floor.budget_spent as s
          select b.ledger_id, b.id, date_trunc('month', $6::date)::date, -$7
          from floor.budgets b where b.ledger_id = $3 and b.category_id = $9 and exists (select from entry)
          on conflict (ledger_id, budget_id, month) do update set spent = s.spent + excluded.spent)
        select count(*) from entry
        """;

    public static async Task<FloorTransaction?> FindAsync(NpgsqlDataSource database, FloorCaller caller, Guid id)
    {
        await using var command = caller.Command(database, One);
        FloorCaller.Add(command, id);
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync() ? Read(reader) : null;
    }

    public static async Task<FloorTransactionPage> PageAsync(NpgsqlDataSource database, FloorCaller caller, Guid account, string? cursor)
    {
        await using var command = caller.Command(database, cursor is null ? First : After);
        FloorCaller.Add(command, account);
        if (cursor is not null)
        {
            var plain = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(cursor));
            FloorCaller.Add(command, DateOnly.ParseExact(plain[..8], "yyyyMMdd", CultureInfo.InvariantCulture));
            FloorCaller.Add(command, Guid.ParseExact(plain[8..], "N"));
        }

        var items = new List<FloorTransaction>(50);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            if (items.Count == 50) return new FloorTransactionPage(items, CursorOf(items[^1]));
            items.Add(Read(reader));
        }

        return new FloorTransactionPage(items, null);
    }

    public static async Task<FloorTransaction?> RecordAsync(NpgsqlDataSource database, FloorCaller caller, FloorEntry entry, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now);
        var tags = entry.Tags ?? [];
        await using var command = caller.Command(database, Insert);
        FloorCaller.Add(command, id);
        FloorCaller.Add(command, entry.AccountId);
        FloorCaller.Add(command, entry.Date);
        FloorCaller.Add(command, entry.Amount);
        FloorCaller.AddNullable(command, entry.Payee, NpgsqlDbType.Text);
        FloorCaller.AddNullable(command, entry.CategoryId, NpgsqlDbType.Uuid);
        FloorCaller.AddNullable(command, entry.Note, NpgsqlDbType.Text);
        FloorCaller.Add(command, tags);
        FloorCaller.Add(command, now.UtcDateTime);
        return await command.ExecuteScalarAsync() is 1L
            ? new FloorTransaction(
                id, entry.AccountId, entry.Date, entry.Amount, entry.Payee, entry.CategoryId, [], null, entry.Note, tags, "cleared", null, null, null,
                caller.UserId, now.UtcDateTime, now.UtcDateTime, null, 1)
            : null;
    }

    private static string CursorOf(FloorTransaction last) =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes($"{last.Date.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}{last.Id:N}"));

    private static FloorTransaction Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetGuid(1), row.GetFieldValue<DateOnly>(2), row.GetInt64(3), row.IsDBNull(4) ? null : row.GetString(4),
        row.IsDBNull(5) ? null : row.GetGuid(5), [], null, row.IsDBNull(6) ? null : row.GetString(6), row.GetFieldValue<string[]>(7),
        row.GetString(8), row.IsDBNull(9) ? null : row.GetGuid(9), row.IsDBNull(10) ? null : row.GetString(10), null, row.GetGuid(11),
        row.GetDateTime(12), row.GetDateTime(13), null, row.GetInt32(14));
}
