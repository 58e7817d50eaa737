namespace MyBudget.Features.Transactions;

/// <summary>The sides that stored transactions have in an account.</summary>
internal static class SidesOfAccount
{
    /// <summary>All that are not deleted: <c>id, data, amount, date, status</c>. What goes there in several parts is there several times.</summary>
    public static Sql Of(string tenant, Guid account)
    {
        return $"{Sides(EntryColumns.Own)} union all {Sides(EntryColumns.Arrived)} union all {Sides(EntryColumns.Parts)} and {HasPartsTo(account)}";

        Sql Sides(EntryColumns side) =>
            $"""
             select id, data, {side.Amount} as amount, {side.Date} as date, {side.Status} as status from {side.From}
             where tenant_id = {tenant} and deleted_at is null and {side.Account} = {account}
             """;
    }

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
