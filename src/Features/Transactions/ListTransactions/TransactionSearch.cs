using System.Text;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.Http.Paging;
using Npgsql;

namespace MyBudget.Features.Transactions.ListTransactions;

/// <summary>
/// Writes the statement for a filtered page. Both sides of an account's transfers are read from an index of their own, each in
/// the list's order, and merged: an <c>or</c> over two columns would read the whole account first.
/// </summary>
internal static class TransactionSearch
{
    public static void Write(NpgsqlCommand command, Guid ledgerId, TransactionFilter filter, Cursor? after)
    {
        var sql = new StringBuilder();
        if (filter.AccountId is null)
        {
            Branch("(data->>'amount')::bigint", side: null);
        }
        else
        {
            sql.Append("select * from (");
            Branch("(data->>'amount')::bigint", "account_id");
            sql.Append(") own union all select * from (");
            Branch("(data->'transfer'->>'amount')::bigint", "transfer_account_id");
            sql.Append(") arrived");
        }

        sql.Append(" order by date desc, id desc limit ").Append(filter.PageSize + 1);
        command.CommandText = sql.ToString();

        void Branch(string amount, string? side)
        {
            sql.Append("select data, date, id from ").Append(TransactionTable.Name)
                .Append(" where deleted_at is null and tenant_id = ").Append(Parameter(LedgerScope.TenantOf(ledgerId)));
            if (side is not null) sql.Append(" and ").Append(side).Append(" = ").Append(Parameter(filter.AccountId!.Value));
            if (after is not null) sql.Append(" and (date, id) < (").Append(Parameter(after.Date)).Append(", ").Append(Parameter(after.Id)).Append(')');
            if (filter.From is { } from) sql.Append(" and date >= ").Append(Parameter(from));
            if (filter.To is { } to) sql.Append(" and date <= ").Append(Parameter(to));
            if (filter.MinAmount is { } min) sql.Append(" and ").Append(amount).Append(" >= ").Append(Parameter(min));
            if (filter.MaxAmount is { } max) sql.Append(" and ").Append(amount).Append(" <= ").Append(Parameter(max));
            if (filter.Status is { } status)
                sql.Append(" and data->>'status' = ").Append(Parameter(status));
            if (filter.CategoryId is { } category) Category(category);
            if (!string.IsNullOrWhiteSpace(filter.Tag))
                sql.Append(" and exists (select from jsonb_array_elements_text(data->'tags') as tag where lower(tag) = lower(").Append(Parameter(filter.Tag.Trim())).Append("))");
            if (!string.IsNullOrWhiteSpace(filter.Q))
                sql.Append(" and concat_ws(E'\\n', data->>'payee', data->>'note') ilike ").Append(Parameter(Pattern(filter.Q.Trim())));
            if (side is not null) sql.Append(" order by date desc, id desc limit ").Append(filter.PageSize + 1);
        }

        void Category(string category)
        {
            if (category == TransactionFilter.NoCategory)
            {
                sql.Append(
                    """
                     and data->>'categoryId' is null and transfer_account_id is null
                     and (jsonb_array_length(data->'splits') = 0 or data @? '$.splits[*] ? (@.categoryId == null)')
                    """);
                return;
            }

            var id = Parameter(Guid.Parse(category).ToString("D"));
            sql.Append(" and (data->>'categoryId' = ").Append(id)
                .Append(" or data->'splits' @> jsonb_build_array(jsonb_build_object('categoryId', ").Append(id).Append("::text)))");
        }

        string Parameter<T>(T value)
        {
            command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
            return $"${command.Parameters.Count}";
        }
    }

    private static string Pattern(string text) =>
        $"%{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
}
