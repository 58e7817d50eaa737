namespace MyBudget.Features.Transactions.ListTransactions;

/// <summary>
/// Writes the statement for a filtered page, with one row more than the page has. The sides of an account's transfers are read from an
/// index of their own, each in the list's order, and merged: an <c>or</c> over two columns would read the whole account first. What goes to
/// an account in several parts stands there once, on the latest day of those that match.
/// </summary>
internal sealed class TransactionSearch(string tenant, TransactionFilter filter, Cursor? after, int size)
{
    /// <summary>
    /// So many entries are looked through in the list's order before an index is asked. What one in a hundred has fills a page on the way;
    /// the index would name them all first, however many there are.
    /// </summary>
    private const int Near = 5_000;

    private readonly Guid[] _accounts = TransactionFilter.IdsOf(filter.AccountId);

    public Sql Page() => TransactionWhere.IsIndexed(filter) ? Search() : InOrder();

    // The number is part of the statement, so that PostgreSQL plans for a page and not for all of it.
    private Sql Order => $"order by side_date desc, created_at desc, id desc limit {size + 1:raw}";

    /// <summary>Goes through the list until the page is full.</summary>
    private Sql InOrder()
    {
        if (_accounts.Length == 0) return Rows(EntryColumns.Own, account: null);
        return
            $"""
             select * from ({Listed(EntryColumns.Own, Rows)}) own union all select * from ({Listed(EntryColumns.Arrived, Rows)}) arrived
             union all select * from (select data, {Parts()}) parts {Order}
             """;

        Sql Rows(EntryColumns side, Sql? account) => $"select data, {side.Date} as side_date, id, created_at {Matching(side, account)} {Order}";
    }

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
             select data, side_date, id, created_at from page
             cross join lateral (
               select data from {TransactionsTables.Transactions:raw} t where t.tenant_id = {tenant} and t.id = page.id) shown
             {Order}
             """;
    }

    private static Sql NotLooked => $"select null::date as side_date, null::uuid as id, null::timestamptz as created_at where false";

    private Sql Walk()
    {
        Sql nearest = $"order by side_date desc, created_at desc, id desc limit {Near:raw}";
        if (_accounts.Length == 0) return $"{Matched(Rows(EntryColumns.Own, account: null))} {Order}";
        var (own, arrived) = (Listed(EntryColumns.Own, Rows), Listed(EntryColumns.Arrived, Rows));
        return
            $"""
             {Matched($"select * from ({own}) own union all select * from ({arrived}) arrived {nearest}")}
             union all select * from (select {Parts()}) parts {Order}
             """;

        Sql Rows(EntryColumns side, Sql? account) =>
            $"""
             select *, {side.Account} as side_account, {side.Date} as side_date, {side.Amount} as side_amount, {side.Status} as side_status
             from {side.From} where tenant_id = {tenant} and deleted_at is null{TransactionWhere.Days(filter, side)}{Place(side, account)} {nearest}
             """;

        Sql Matched(Sql walked) =>
            $"""
             select side_date, id, created_at from ({walked}) walked
             where {TransactionWhere.Entries(tenant, filter)}{TransactionWhere.Side(filter, EntryColumns.Walked)}
             """;
    }

    /// <summary>All that there are, without an order in which the indexes could be passed over.</summary>
    private Sql Found(Sql isRare)
    {
        if (_accounts.Length == 0) return Of(EntryColumns.Own);
        return $"{Of(EntryColumns.Own)} union all {Of(EntryColumns.Arrived)} union all (select {Parts(isRare)})";

        Sql Of(EntryColumns side)
        {
            Sql sql = $"select {side.Date} as side_date, id, created_at {Matching(side, account: null)} and {isRare}";
            return _accounts.Length == 0 ? sql : sql.Append($" and {side.Account} = any ({_accounts})");
        }
    }

    /// <summary>A page of each account, so that a small one is not looked for in the list of all.</summary>
    private Sql Listed(EntryColumns side, Func<EntryColumns, Sql?, Sql> rows) => _accounts.Length == 1
        ? rows(side, $"{_accounts[0]}")
        : $"select page.* from unnest({_accounts}) as listed (account) cross join lateral ({rows(side, $"listed.account")}) page";

    /// <summary>Few entries are such, so all of them are read. To go on with after <c>select</c>.</summary>
    private Sql Parts(Sql? onlyIf = null)
    {
        var side = EntryColumns.Parts;
        Sql sql =
            $"""
             max({side.Date}) as side_date, id, created_at {From(side)}
             and {SidesOfAccount.HasPartsTo(_accounts)} and {side.Account} = any ({_accounts})
             """;
        if (onlyIf is not null) sql.Append($" and {onlyIf}");
        sql.Append($" group by tenant_id, id");
        return after is null ? sql : sql.Append($" having {IsAfter($"max({side.Date})", after)}");
    }

    private Sql Matching(EntryColumns side, Sql? account) => From(side).Append(Place(side, account));

    private Sql From(EntryColumns side)
    {
        Sql sql = $"from {side.From} where {TransactionWhere.Entries(tenant, filter)}{TransactionWhere.Side(filter, side)}";
        // Listed once, by its own account's side.
        return _accounts.Length > 1 && side != EntryColumns.Own
            ? sql.Append($" and not {TransactionWhere.InAccounts(filter, _accounts, EntryColumns.Own)}")
            : sql;
    }

    /// <summary>Where in the list: in which account, and after which entry.</summary>
    private Sql Place(EntryColumns side, Sql? account)
    {
        var sql = new Sql(0, 0);
        if (account is not null) sql.Append($" and {side.Account} = {account}");
        return after is null ? sql : sql.Append($" and {IsAfter(side.Date, after)}");
    }

    /// <summary>The date of the entry before may have changed since, but not when it was recorded.</summary>
    private Sql IsAfter(Sql date, Cursor after) =>
        $"""
         ({date}, created_at, id) < ({after.Date},
          (select created_at from {TransactionsTables.Transactions:raw} where tenant_id = {tenant} and id = {after.Id}), {after.Id})
         """;
}
