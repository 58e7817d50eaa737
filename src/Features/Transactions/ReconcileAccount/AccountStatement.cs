namespace MyBudget.Features.Transactions.ReconcileAccount;

/// <summary>An account's side of a comparison with a statement, up to its day.</summary>
/// <param name="Pending">How many entries have a side here that is pending.</param>
/// <param name="Cleared">The entries with a side here that is cleared.</param>
internal sealed record AccountStatement(long ClearedBalance, int Pending, IReadOnlyList<Transaction> Cleared)
{
    public static async Task<AccountStatement> ReadAsync(
        IDocumentSession session, AccountFacts account, DateOnly on, CancellationToken cancellationToken)
    {
        var (sum, pending) = await session.Sql(
            $"""
             select coalesce(sum(amount) filter (where status <> 'pending'), 0)::bigint, (count(distinct id) filter (where status = 'pending'))::int
             {Sides()}
             """)
            .FirstOrDefaultAsync(row => (row.GetInt64(0), row.GetInt32(1)), cancellationToken);
        var serializer = session.DocumentStore.Options.Serializer();
        var cleared = await session.Sql(
            $"select data from (select distinct on (id) data, date, id {Sides()} and status = 'cleared' order by id, date) entry order by date, id")
            .ListAsync(row => serializer.FromJson<Transaction>(row, 0), cancellationToken);
        return new AccountStatement(checked(account.OpeningBalance + sum), pending, cleared);

        Sql Sides() => $"from ({SidesOfAccount.Of(session.TenantId, account.Id)}) side where date <= {on}";
    }
}
