namespace MyBudget.Features.Transactions.ListTransactions;

/// <summary>
/// Writes the statement for a filtered page, with one row more than the page has. Both sides of an account's transfers are read from
/// an index of their own, each in the list's order, and merged: an <c>or</c> over two columns would read the whole account first.
/// </summary>
internal sealed class TransactionSearch(string tenant, TransactionFilter filter, Cursor? after, int size)
{
    private readonly Guid[] _accounts = TransactionFilter.IdsOf(filter.AccountId);

    public Sql Page()
    {
        if (_accounts.Length == 0) return $"{Rows(EntryColumns.Own, account: null)} {Order}";
        return $"select * from ({OfAccounts(EntryColumns.Own)}) own union all select * from ({OfAccounts(EntryColumns.Arrived)}) arrived {Order}";
    }

    // The number is part of the statement, so that PostgreSQL plans for a page and not for all of it.
    private Sql Order => $"order by date desc, id desc limit {size + 1:raw}";

    /// <summary>A page of each account, so that a small one is not looked for in the list of all.</summary>
    private Sql OfAccounts(EntryColumns side)
    {
        if (_accounts.Length == 1) return $"{Rows(side, $"{_accounts[0]}")} {Order}";
        return
            $"""
             select page.* from unnest({_accounts}) as listed (account) cross join lateral
             ({Rows(side, $"listed.account")} {Order}) page
             """;
    }

    private Sql Rows(EntryColumns side, Sql? account)
    {
        Sql sql =
            $"""
             select data, {side.Date} as date, id from {TransactionsTables.Transactions:raw}
             where {TransactionWhere.Entries(tenant, filter)}{TransactionWhere.Side(filter, side)}
             """;
        if (account is not null) sql.Append($" and {side.Account} = {account}");
        // Listed once, by its own account's side.
        if (_accounts.Length > 1 && side != EntryColumns.Own) sql.Append($" and not {TransactionWhere.InAccounts(filter, _accounts, EntryColumns.Own)}");
        if (after is not null) sql.Append($" and ({side.Date}, id) < ({after.Date}, {after.Id})");
        return sql;
    }
}
