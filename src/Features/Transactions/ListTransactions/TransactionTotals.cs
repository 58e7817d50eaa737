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
            count = row.GetInt64(1);
            if (sums.Length > 0) sums.Append(',');
            sums.Append(CultureInfo.InvariantCulture, $"\"{row.GetString(0)}\":{row.GetInt64(2)}");
        }

        return string.Create(CultureInfo.InvariantCulture, $"\"count\":{count},\"sum\":{{{sums}}}");
    }

    private static Sql Of(string tenant, TransactionFilter filter) =>
        $"""
         with found as materialized ({Sides(tenant, filter)})
         select account.data->>'currency' as currency, (select count(distinct id) from found), sum(amount)::bigint
         from found join {AccountsTables.Accounts:raw} account on account.tenant_id = {tenant} and account.id = found.account
         group by currency order by currency
         """;

    private static Sql Sides(string tenant, TransactionFilter filter)
    {
        if (TransactionFilter.IdsOf(filter.AccountId) is not { Length: > 0 } accounts)
            return Side(EntryColumns.Own, TransactionWhere.Side(filter, EntryColumns.Own));
        return
            $"""
             {Side(EntryColumns.Own, $" and {In(EntryColumns.Own)}")} union all {Side(EntryColumns.Arrived, Other(EntryColumns.Arrived))}
             union all {Side(EntryColumns.Parts, $"{Other(EntryColumns.Parts)} and {SidesOfAccount.HasPartsTo(accounts)}")}
             """;

        Sql In(EntryColumns side) => TransactionWhere.InAccounts(filter, accounts, side);

        Sql Other(EntryColumns side) => $" and {In(side)} and not {In(EntryColumns.Own)}";

        Sql Side(EntryColumns side, Sql conditions) =>
            $"select id, {side.Account} as account, {side.Amount} as amount from {side.From} where {TransactionWhere.Entries(tenant, filter)}{conditions}";
    }
}
