namespace MyBudget.Features.Transactions.ReconcileAccount;

/// <summary>An account's side of a comparison with a statement, up to its day.</summary>
internal sealed record AccountStatement(long ClearedBalance, int Pending, IReadOnlyList<Transaction> Cleared)
{
    public static async Task<AccountStatement> ReadAsync(LedgerWrite write, AccountFacts account, DateOnly on)
    {
        var (session, cancellationToken) = (write.Session, write.Cancellation);
        var (moved, pending) = await session.Sql(
            $"""
             {(write.Head.IsCounted ? (Sql)$"" : Days())}
             select till.cleared - before.cleared, (select count(*)::int {Sides()} and status = 'pending')
             from (select {write.LedgerId} as ledger_id, {account.Id} as account_id, {account.OpenedOn} as opened_on, {on}::date + 1 as next_day) place
             {AccountDays.BeforeOpening:raw}
             {AccountDays.TillNextDay:raw}
             """)
            .FirstOrDefaultAsync(row => (row.GetInt64(0), row.GetInt32(1)), cancellationToken);
        var serializer = session.DocumentStore.Options.Serializer();
        var cleared = await session.Sql($"select data {Sides()} and status = 'cleared' order by date, id")
            .ListAsync(row => serializer.FromJson<Transaction>(row, 0), cancellationToken);
        return new AccountStatement(checked(account.OpeningBalance + moved), pending, cleared);

        Sql Sides() => $"from ({EntrySideRows.All:raw}) side where tenant_id = {session.TenantId} and account_id = {account.Id} and date <= {on}";

        // A former release wrote last, without keeping the table.
        Sql Days() =>
            $"""
             with {AccountDays.Table:raw} as materialized (
               select {write.LedgerId} as ledger_id, day.* from ({AccountDays.Recount:raw}) day
               where tenant_id = {session.TenantId} and account_id = {account.Id})
             """;
    }
}
