namespace MyBudget.Features.Transactions.ListTransactions;

/// <summary>
/// How many entries a filter finds and what they come to, whatever page is shown. Each counts once, for the side that it is listed by.
/// </summary>
internal static class TransactionTotals
{
    /// <summary>The answer's members <c>count</c> and <c>sum</c>.</summary>
    public static async Task<string> TotalsAsync(this LedgerReader ledger, TransactionFilter filter, CancellationToken cancellationToken)
    {
        long count = 0;
        var sums = new StringBuilder();
        await foreach (var row in ledger.Sql(Of(ledger.Tenant, filter)).RowsAsync(cancellationToken))
        {
            count += row.GetInt64(1);
            if (sums.Length > 0) sums.Append(',');
            sums.Append(CultureInfo.InvariantCulture, $"\"{row.GetString(0)}\":{row.GetInt64(2)}");
        }

        return string.Create(CultureInfo.InvariantCulture, $"\"count\":{count},\"sum\":{{{sums}}}");
    }

    private static Sql Of(string tenant, TransactionFilter filter) =>
        $"""
         select account.data->>'currency' as currency, sum(found.entries)::bigint, sum(found.amount)::bigint
         from (select account, count(*) as entries, sum(amount) as amount from ({Sides(tenant, filter)}) side group by account) found
         join {AccountsTables.Accounts:raw} account on account.tenant_id = {tenant} and account.id = found.account
         group by currency order by currency
         """;

    private static Sql Sides(string tenant, TransactionFilter filter)
    {
        var accounts = TransactionFilter.Ids(filter.AccountId);
        if (accounts.Length == 0) return Side(EntryColumns.Own, TransactionWhere.Side(filter, EntryColumns.Own));
        var own = Side(EntryColumns.Own, $" and {In(EntryColumns.Own)}");
        return $"{own} union all {Side(EntryColumns.Arrived, $" and {In(EntryColumns.Arrived)} and not {In(EntryColumns.Own)}")}";

        Sql In(EntryColumns side) => TransactionWhere.InAccounts(filter, accounts, side);

        Sql Side(EntryColumns side, Sql conditions) =>
            $"""
             select {side.Account} as account, {side.Amount} as amount from {TransactionsTables.Transactions:raw}
             where {TransactionWhere.Entries(tenant, filter)}{conditions}
             """;
    }
}
