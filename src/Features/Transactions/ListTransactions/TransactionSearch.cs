namespace MyBudget.Features.Transactions.ListTransactions;

/// <summary>
/// Writes the statement for a filtered page, with one row more than the page has. Both sides of an account's transfers are read from
/// an index of their own, each in the list's order, and merged: an <c>or</c> over two columns would read the whole account first.
/// </summary>
internal sealed class TransactionSearch(string tenant, TransactionFilter filter, Cursor? after, int size)
{
    /// <summary>
    /// So many entries are looked through in the list's order before an index is asked. What one in a hundred has fills a page on the way;
    /// the index would name them all first, however many there are.
    /// </summary>
    private const int Near = 5_000;

    private readonly Guid[] _accounts = TransactionFilter.Ids(filter.AccountId);

    public Sql Page() => TransactionWhere.IsIndexed(filter) ? Search() : InOrder();

    // The number is part of the statement, so that PostgreSQL plans for a page and not for all of it.
    private Sql Order => $"order by side_date desc, created_at desc, id desc limit {size + 1:raw}";

    /// <summary>Goes through the list until the page is full.</summary>
    private Sql InOrder() =>
        OfSides((side, account) => $"select data, {side.Date} as side_date, id, created_at {Matching(side, account)} {Order}", Order);

    /// <summary>
    /// Goes through the list for a while, and then asks the indexes. PostgreSQL, left to choose, may go through all of it for what is rare.
    /// </summary>
    private Sql Search()
    {
        Sql isRare = $"(select count(*) from near) <= {size:raw}";
        return
            $"""
             with near as materialized ({(_accounts.Length > 1 ? NotLooked : Walk())}),
             found as materialized ({Found(isRare)}),
             page as (select * from near where not {isRare} union all (select * from found {Order}))
             select data, side_date, id from page
             cross join lateral (
               select data from {TransactionsTables.Transactions:raw} t where t.tenant_id = {tenant} and t.id = page.id) shown
             {Order}
             """;
    }

    private static Sql NotLooked => $"select null::date as side_date, null::timestamptz as created_at, null::uuid as id where false";

    private Sql Walk()
    {
        Sql nearest = $"order by side_date desc, created_at desc, id desc limit {Near:raw}";
        var walked = OfSides(
            (side, account) =>
                $"""
                 select *, {side.Account} as side_account, {side.Date} as side_date, {side.Amount} as side_amount, {side.Status} as side_status
                 from {TransactionsTables.Transactions:raw}
                 where tenant_id = {tenant} and deleted_at is null{TransactionWhere.Days(filter, side)}{Place(side, account)}
                 {nearest}
                 """,
            nearest);
        return
            $"""
             select side_date, created_at, id from ({walked}) walked
             where {TransactionWhere.Entries(tenant, filter)}{TransactionWhere.Side(filter, EntryColumns.Walked)} {Order}
             """;
    }

    /// <summary>All that there are, without an order in which the indexes could be passed over.</summary>
    private Sql Found(Sql isRare)
    {
        return _accounts.Length == 0 ? Of(EntryColumns.Own) : Of(EntryColumns.Own).Append($" union all {Of(EntryColumns.Arrived)}");

        Sql Of(EntryColumns side)
        {
            Sql sql = $"select {side.Date} as side_date, created_at, id {Matching(side, account: null)} and {isRare}";
            return _accounts.Length == 0 ? sql : sql.Append($" and {side.Account} = any ({_accounts})");
        }
    }

    /// <summary>One of the sides, or both of them merged.</summary>
    private Sql OfSides(Func<EntryColumns, Sql?, Sql> rows, Sql order)
    {
        if (_accounts.Length == 0) return rows(EntryColumns.Own, null);
        return $"select * from ({Listed(EntryColumns.Own)}) own union all select * from ({Listed(EntryColumns.Arrived)}) arrived {order}";

        // A page of each account, so that a small one is not looked for in the list of all.
        Sql Listed(EntryColumns side) => _accounts.Length == 1
            ? rows(side, $"{_accounts[0]}")
            : $"select page.* from unnest({_accounts}) as listed (account) cross join lateral ({rows(side, $"listed.account")}) page";
    }

    private Sql Matching(EntryColumns side, Sql? account)
    {
        Sql sql =
            $"""
             from {TransactionsTables.Transactions:raw}
             where {TransactionWhere.Entries(tenant, filter)}{TransactionWhere.Side(filter, side)}{Place(side, account)}
             """;
        // Listed once, by its own account's side.
        return _accounts.Length > 1 && side != EntryColumns.Own
            ? sql.Append($" and not {TransactionWhere.InAccounts(filter, _accounts, EntryColumns.Own)}")
            : sql;
    }

    /// <summary>
    /// Where in the list: in which account, and after which entry. Its date may have changed since, but not when it was recorded.
    /// </summary>
    private Sql Place(EntryColumns side, Sql? account)
    {
        var sql = new Sql(0, 0);
        if (account is not null) sql.Append($" and {side.Account} = {account}");
        if (after is not null)
        {
            sql.Append(
                $"""
                  and ({side.Date}, created_at, id) < ({after.Date},
                 (select created_at from {TransactionsTables.Transactions:raw} where tenant_id = {tenant} and id = {after.Id}), {after.Id})
                 """);
        }

        return sql;
    }
}
