namespace MyBudget.Features.Transactions;

/// <summary>The sides that stored transactions have in an account.</summary>
internal static class SidesOfAccount
{
    /// <summary>All that are not deleted: <c>id, data, amount, date, status</c>. What goes there in several parts is there several times.</summary>
    public static Sql Of(string tenant, Guid account) =>
        $"""
         select id, data, (data->>'amount')::bigint as amount, date, data->>'status' as status from {TransactionsTables.Transactions:raw}
         where tenant_id = {tenant} and deleted_at is null and account_id = {account}
         union all
         select id, data, (data->'transfer'->>'amount')::bigint, {StoredSides.TransferDate:raw},
           coalesce(data->'transfer'->>'status', data->>'status')
         from {TransactionsTables.Transactions:raw}
         where tenant_id = {tenant} and deleted_at is null and transfer_account_id = {account}
         union all
         select id, data, (part->'transfer'->>'amount')::bigint, coalesce((part->'transfer'->>'date')::date, date),
           coalesce(part->'transfer'->>'status', data->>'status')
         from {TransactionsTables.Transactions:raw} cross join lateral jsonb_array_elements(data->'splits') parts (part)
         where tenant_id = {tenant} and deleted_at is null and {HasPartsTo(account)} and part->'transfer'->>'accountId' = {account.ToString("D")}
         """;

    /// <summary>Of entries with parts that go to any of the accounts; by an index.</summary>
    public static Sql HasPartsTo(params Guid[] accounts)
    {
        var any = new Sql(0, 0);
        foreach (var account in accounts)
        {
            if (!any.IsEmpty) any.Append($" or ");
            // One by one, as an index of this kind is not asked for any of an array.
            any.Append($"data->'splits' @> jsonb_build_array(jsonb_build_object('transfer', jsonb_build_object('accountId', {account})))");
        }

        return $"jsonb_array_length(data->'splits') > 0 and ({any})";
    }
}
