namespace MyBudget.Features.Transactions.ReconcileAccount;

/// <summary>An account's side of a comparison with a statement, up to its day.</summary>
internal sealed record AccountStatement(long ClearedBalance, int Pending, IReadOnlyList<Transaction> Cleared)
{
    public static async Task<AccountStatement> ReadAsync(
        IDocumentSession session, AccountFacts account, DateOnly on, CancellationToken cancellationToken)
    {
        var (sum, pending) = await session.Sql(
            $"""
             select coalesce(
                      sum(case when account_id = {account.Id} then (data->>'amount')::bigint else (data->'transfer'->>'amount')::bigint end)
                        filter (where data->>'status' <> 'pending'), 0)::bigint,
                    (count(*) filter (where data->>'status' = 'pending'))::int
             {Entries()}
             """)
            .FirstOrDefaultAsync(row => (row.GetInt64(0), row.GetInt32(1)), cancellationToken);
        var serializer = session.DocumentStore.Options.Serializer();
        var cleared = await session.Sql($"select data {Entries()} and data->>'status' = 'cleared' order by date, id")
            .ListAsync(row => serializer.FromJson<Transaction>(row, 0), cancellationToken);
        return new AccountStatement(checked(account.OpeningBalance + sum), pending, cleared);

        Sql Entries() =>
            $"""
             from {TransactionsTables.Transactions:raw}
             where tenant_id = {session.TenantId} and deleted_at is null and date <= {on}
               and (account_id = {account.Id} or transfer_account_id = {account.Id})
             """;
    }
}
