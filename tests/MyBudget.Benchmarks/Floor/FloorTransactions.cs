using Npgsql;
using NpgsqlTypes;

namespace MyBudget.Benchmarks.Floor;

/// <summary>One transaction, and recording one.</summary>
internal static class FloorTransactions
{
    public const string Columns =
        """
        t.id, t.account_id, t.date, t.amount, t.payee, t.category_id, t.transfer_account_id, t.transfer_amount, t.note, t.tags, t.status,
        t.import_id, t.bank_id, t.created_by, t.created_at, t.updated_at, t.version
        """;

    private const string One =
        $"select {Columns} from {FloorCaller.Member} join floor.transactions t using (ledger_id) where t.id = $4 and t.deleted_at is null";

    private const string Insert =
        $"""
        with entry as (
          insert into floor.transactions
          select $3, $4, a.id, $6, $7, $8, $9, null, null, $10, $11, 'cleared', null, null, member.user_id, $12, $12, null, 1
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

    // Accounts are locked in one order, or two transfers between the same two would wait for each other.
    private const string InsertTransfer =
        $"""
        with both_accounts as materialized (
          select a.id from {FloorCaller.Member} join floor.accounts a using (ledger_id)
          where member.role in ('owner', 'editor') and a.id in ($5, $12) and not a.closed order by a.id for no key update of a),
        entry as (
          insert into floor.transactions
          select $3, $4, $5, $6, $7, $8, null, $12, -$7, $9, $10, 'cleared', null, null, $2, $11, $11, null, 1
          where (select count(*) from both_accounts) = 2
          returning 1),
        balance as (
          update floor.accounts a
          set balance = balance + case a.id when $5 then $7 else -$7 end,
            cleared_balance = cleared_balance + case a.id when $5 then $7 else -$7 end
          from both_accounts where a.ledger_id = $3 and a.id = both_accounts.id and exists (select from entry))
        select count(*) from entry
        """;

    public static async Task<FloorTransaction?> FindAsync(NpgsqlDataSource database, FloorCaller caller, Guid id)
    {
        await using var command = caller.Command(database, One);
        FloorCaller.Add(command, id);
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync() ? Read(reader) : null;
    }

    public static async Task<FloorTransaction?> RecordAsync(NpgsqlDataSource database, FloorCaller caller, FloorEntry entry, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now);
        var tags = entry.Tags ?? [];
        await using var command = caller.Command(database, entry.Transfer is null ? Insert : InsertTransfer);
        FloorCaller.Add(command, id);
        FloorCaller.Add(command, entry.AccountId);
        FloorCaller.Add(command, entry.Date);
        FloorCaller.Add(command, entry.Amount);
        FloorCaller.AddNullable(command, entry.Payee, NpgsqlDbType.Text);
        if (entry.Transfer is null) FloorCaller.AddNullable(command, entry.CategoryId, NpgsqlDbType.Uuid);
        FloorCaller.AddNullable(command, entry.Note, NpgsqlDbType.Text);
        FloorCaller.Add(command, tags);
        FloorCaller.Add(command, now.UtcDateTime);
        if (entry.Transfer is { } to) FloorCaller.Add(command, to.AccountId);
        return await command.ExecuteScalarAsync() is 1L
            ? new FloorTransaction(
                id, entry.AccountId, entry.Date, entry.Amount, entry.Payee, entry.CategoryId, [],
                entry.Transfer is { } arrives ? arrives with { Amount = -entry.Amount } : null, entry.Note, tags, "cleared", null, null, null,
                caller.UserId, now.UtcDateTime, now.UtcDateTime, null, 1)
            : null;
    }

    public static FloorTransaction Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetGuid(1), row.GetFieldValue<DateOnly>(2), row.GetInt64(3), row.IsDBNull(4) ? null : row.GetString(4),
        row.IsDBNull(5) ? null : row.GetGuid(5), [], row.IsDBNull(6) ? null : new FloorTransfer(row.GetGuid(6), row.GetInt64(7)),
        row.IsDBNull(8) ? null : row.GetString(8), row.GetFieldValue<string[]>(9), row.GetString(10), row.IsDBNull(11) ? null : row.GetGuid(11),
        row.IsDBNull(12) ? null : row.GetString(12), null, row.GetGuid(13), row.GetDateTime(14), row.GetDateTime(15), null, row.GetInt32(16));
}
