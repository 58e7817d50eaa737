namespace MyBudget.Features.Transactions.ListTransactions;

/// <summary>
/// Writes the statement for a filtered page, with one row more than the page has. Both sides of an account's transfers are read from
/// an index of their own, each in the list's order, and merged: an <c>or</c> over two columns would read the whole account first.
/// </summary>
internal static class TransactionSearch
{
    private static Sql Own => $"(data->>'amount')::bigint";

    private static Sql Arrived => $"(data->'transfer'->>'amount')::bigint";

    public static Sql Of(string tenant, TransactionFilter filter, Cursor? after)
    {
        if (filter.AccountId is not { } account) return $"{Matching(Own, side: null)} {Page()}";
        return
            $"""
             select * from ({Matching(Own, $"account_id = {account}")} {Page()}) own
             union all select * from ({Matching(Arrived, $"transfer_account_id = {account}")} {Page()}) arrived {Page()}
             """;

        Sql Matching(Sql amount, Sql? side)
        {
            Sql sql =
                $"""
                 select data, date, id from {TransactionsTables.Transactions:raw}
                 where deleted_at is null and tenant_id = {tenant}
                 """;
            if (side is not null) sql.Append($" and {side}");
            if (after is not null) sql.Append($" and (date, id) < ({after.Date}, {after.Id})");
            if (filter.From is { } from) sql.Append($" and date >= {from}");
            if (filter.To is { } to) sql.Append($" and date <= {to}");
            if (filter.MinAmount is { } min) sql.Append($" and {amount} >= {min}");
            if (filter.MaxAmount is { } max) sql.Append($" and {amount} <= {max}");
            if (filter.Status is { } status) sql.Append($" and data->>'status' = {status}");
            if (filter.CategoryId is { } category) sql.Append($" and {Of(category)}");
            if (!string.IsNullOrWhiteSpace(filter.Tag)) sql.Append($" and {HasTag(filter.Tag.Trim())}");
            if (!string.IsNullOrWhiteSpace(filter.Q))
                sql.Append($" and concat_ws(E'\\n', data->>'payee', data->>'note') ilike {Pattern(filter.Q.Trim())}");
            return sql;
        }

        // The number is part of the statement, so that PostgreSQL plans for a page and not for all of it.
        Sql Page() => $"order by date desc, id desc limit {filter.PageSize + 1:raw}";
    }

    private static Sql Of(string category)
    {
        if (category == TransactionFilter.NoCategory)
        {
            return
                $"""
                 data->>'categoryId' is null and transfer_account_id is null
                 and (jsonb_array_length(data->'splits') = 0 or data @? '$.splits[*] ? (@.categoryId == null)')
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
