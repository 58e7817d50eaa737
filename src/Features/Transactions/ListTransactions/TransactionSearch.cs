namespace MyBudget.Features.Transactions.ListTransactions;

/// <summary>
/// Writes the statement for a filtered page, with one row more than the page has. The sides of an account's transfers are read from an
/// index of their own, each in the list's order, and merged: an <c>or</c> over two columns would read the whole account first. What goes to
/// an account in several parts stands there once, on the latest day of those that match.
/// </summary>
internal sealed class TransactionSearch(string tenant, TransactionFilter filter, Cursor? after)
{
    private static Sql TransferDay => $"{StoredSides.TransferDate:raw}";

    private static Sql PartDay => $"coalesce(part->'transfer'->>'date', data->>'date')";

    public static Sql Of(string tenant, TransactionFilter filter, Cursor? after)
    {
        var search = new TransactionSearch(tenant, filter, after);
        if (filter.AccountId is not { } account) return search.Own(account: null);
        return
            $"""
             select * from ({search.Own(account)}) own union all select * from ({search.Arrived(account)}) arrived
             union all select * from ({search.Parts(account)}) parts {search.Page($"date")}
             """;
    }

    private Sql Own(Guid? account)
    {
        Sql sql = $"select data, date, id from {TransactionsTables.Transactions:raw} where {Entry()}{Side($"data->>'amount'", $"data->>'status'")}";
        if (account is { } id) sql.Append($" and account_id = {id}");
        if (after is not null) sql.Append($" and (date, id) < ({after.Date}, {after.Id})");
        if (filter.From is { } from) sql.Append($" and date >= {from}");
        if (filter.To is { } to) sql.Append($" and date <= {to}");
        return sql.Append($" {Page($"date")}");
    }

    private Sql Arrived(Guid account) =>
        $"""
         select data, {TransferDay}::date as date, id from {TransactionsTables.Transactions:raw}
         where {Entry()} and transfer_account_id = {account}{Side($"data->'transfer'->>'amount'", $"coalesce(data->'transfer'->>'status', data->>'status')")}
           {Within(TransferDay)}{Before(TransferDay)} {Page(TransferDay)}
         """;

    private Sql Parts(Guid account) =>
        $"""
         select data, day::date as date, id from {TransactionsTables.Transactions:raw} cross join lateral (
           select max({PartDay}) as day from jsonb_array_elements(data->'splits') parts (part)
           where part->'transfer'->>'accountId' = {account.ToString("D")}{Within(PartDay)}
             {Side($"part->'transfer'->>'amount'", $"coalesce(part->'transfer'->>'status', data->>'status')")}) side
         where {Entry()} and {SidesOfAccount.HasPartsTo(account)} and day is not null{Before($"day")} {Page($"day")}
         """;

    /// <summary>What is asked of the entry, whichever side of it is looked at.</summary>
    private Sql Entry()
    {
        Sql sql = $"deleted_at is null and tenant_id = {tenant}";
        if (filter.CategoryId is { } category) sql.Append($" and {Of(category)}");
        if (!string.IsNullOrWhiteSpace(filter.Tag)) sql.Append($" and {HasTag(filter.Tag.Trim())}");
        if (!string.IsNullOrWhiteSpace(filter.Q))
            sql.Append($" and concat_ws(E'\\n', data->>'payee', data->>'note') ilike {Pattern(filter.Q.Trim())}");
        return sql;
    }

    private Sql Side(Sql amount, Sql status)
    {
        Sql sql = $"";
        if (filter.MinAmount is { } min) sql.Append($" and ({amount})::bigint >= {min}");
        if (filter.MaxAmount is { } max) sql.Append($" and ({amount})::bigint <= {max}");
        if (filter.Status is { } known) sql.Append($" and {status} = {known}");
        return sql;
    }

    private Sql Within(Sql day)
    {
        Sql sql = $"";
        if (filter.From is { } from) sql.Append($" and {day} >= {Text(from)}");
        if (filter.To is { } to) sql.Append($" and {day} <= {Text(to)}");
        return sql;
    }

    private Sql Before(Sql day)
    {
        Sql sql = $"";
        if (after is not null) sql.Append($" and ({day}, id) < ({Text(after.Date)}, {after.Id})");
        return sql;
    }

    // The number is part of the statement, so that PostgreSQL plans for a page and not for all of it.
    private Sql Page(Sql day) => $"order by {day} desc, id desc limit {filter.PageSize + 1:raw}";

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Sql Of(string category)
    {
        if (category == TransactionFilter.NoCategory)
        {
            return
                $"""
                 data->>'categoryId' is null and transfer_account_id is null
                 and (jsonb_array_length(data->'splits') = 0 or data @? '$.splits[*] ? (@.categoryId == null && !exists(@.transfer))')
                 """;
        }

        var id = Guid.Parse(category).ToString("D");
        return $"(data->>'categoryId' = {id} or data->'splits' @> jsonb_build_array(jsonb_build_object('categoryId', {id}::text)))";
    }

    private static Sql HasTag(string tag) =>
        $"exists (select from jsonb_array_elements_text(data->'tags') as tag where lower(tag) = lower({tag}))";

    private static string Pattern(string text) =>
        $"%{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
}
