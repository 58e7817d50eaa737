namespace MyBudget.Features.Transactions.ListTransactions;

/// <summary>
/// Writes the statement for a filtered page, with one row more than the page has. The sides of an account's transfers are read from an
/// index of their own, each in the list's order, and merged: an <c>or</c> over two columns would read the whole account first. What goes to
/// an account in several parts stands there once, on the latest day of those that match.
/// </summary>
internal sealed class TransactionSearch(string tenant, TransactionFilter filter, Cursor? after, int size)
{
    private readonly Guid[] _accounts = TransactionFilter.IdsOf(filter.AccountId);

    public Sql Page()
    {
        if (_accounts.Length == 0) return $"{Rows(EntryColumns.Own, account: null)} {Order}";
        return
            $"""
             select * from ({OfAccounts(EntryColumns.Own)}) own union all select * from ({OfAccounts(EntryColumns.Arrived)}) arrived
             union all select * from ({Parts()}) parts {Order}
             """;
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
        Sql sql = $"select data, {side.Date} as date, id {Matching(side)}";
        if (account is not null) sql.Append($" and {side.Account} = {account}");
        if (after is not null) sql.Append($" and ({side.Date}, id) < ({after.Date}, {after.Id})");
        return sql;
    }

    private Sql Parts()
    {
        var side = EntryColumns.Parts;
        Sql sql =
            $"""
             select data, max({side.Date}) as date, id {Matching(side)} and {SidesOfAccount.HasPartsTo(_accounts)} and {side.Account} = any ({_accounts})
             group by tenant_id, id
             """;
        if (after is not null) sql.Append($" having (max({side.Date}), id) < ({after.Date}, {after.Id})");
        return sql.Append($" {Order}");
    }

    private Sql Matching(EntryColumns side)
    {
        Sql sql = $"from {side.From} where {TransactionWhere.Entries(tenant, filter)}{TransactionWhere.Side(filter, side)}";
        // Listed once, by its own account's side.
        if (_accounts.Length > 1 && side != EntryColumns.Own) sql.Append($" and not {TransactionWhere.InAccounts(filter, _accounts, EntryColumns.Own)}");
        return sql;
    }
}
