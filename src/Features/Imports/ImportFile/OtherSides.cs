namespace MyBudget.Features.Imports.ImportFile;

/// <summary>Sides of transactions in other accounts than their own.</summary>
internal static class OtherSides
{
    private const string NotTold =
        "not coalesce(data->'bankRows' @> jsonb_build_array(jsonb_build_object('accountId', transfer_account_id)), false)";

    // Of several parts that go to one account, as many are told of as there are rows; first those of the same amount.
    private const string NotToldOfPart =
        """
        (select count(*) from jsonb_array_elements(data->'bankRows') rows (told) where told->>'accountId' = part->'transfer'->>'accountId')
          < (select count(*) from jsonb_array_elements(data->'splits') parts (one) where one->'transfer'->>'accountId' = part->'transfer'->>'accountId')
        and (select count(*) from jsonb_array_elements(data->'bankRows') rows (told)
          where told->'accountId' = part->'transfer'->'accountId' and told->'amount' = part->'transfer'->'amount')
          <= (select count(*) from jsonb_array_elements(data->'splits') with ordinality parts (one, at)
            where at < nth and one->'transfer'->'accountId' = part->'transfer'->'accountId' and one->'transfer'->'amount' = part->'transfer'->'amount')
        """;

    private const string Parts =
        """
        (select count(*)::int from jsonb_array_elements(data->'splits') equals (one)
          where one->'transfer'->'accountId' = part->'transfer'->'accountId' and one->'transfer'->'amount' = part->'transfer'->'amount')
        """;

    private const string SettledOn =
        """
        case when coalesce(other->>'status', data->>'status') = 'reconciled' then coalesce(
          (select (side->>'on')::date from jsonb_array_elements(data->'reconciledSides') sides (side) where side->>'accountId' = other->>'accountId'),
          case when other->>'status' is null then (data->>'reconciledOn')::date end, coalesce((other->>'date')::date, date)) end
        """;

    /// <summary>The other sides of transfers, and parts of splits, that no file told of:
    /// <c>id, account_id, amount, day, payee, settled, part, parts, own_id</c>: the parts are equal ones, the last is the account of the transfer itself.</summary>
    public static Sql Untold(string tenant, Guid[] accounts, DateOnly first, DateOnly last) =>
        $"""
         select id, transfer_account_id as account_id, (other->>'amount')::bigint as amount, coalesce((other->>'date')::date, date) as day,
           data->>'payee' as payee, {SettledOn:raw} as settled, 0::bigint as part, 1 as parts,
           account_id as own_id
         from {TransactionsTables.Transactions:raw} cross join lateral (select data->'transfer' as other) transfer
         where tenant_id = {tenant} and deleted_at is null and transfer_account_id = any ({accounts})
           and {StoredSides.TransferDate:raw} between {first} and {last}
           and bank_account_id is distinct from transfer_account_id and {NotTold:raw}
         union all
         select entry.id, wanted.account_id, (other->>'amount')::bigint, coalesce((other->>'date')::date, date), data->>'payee', {SettledOn:raw}, nth, {Parts:raw}, entry.account_id
         from unnest({accounts}) as wanted (account_id) cross join lateral (
           select id, account_id, data, date, deleted_at from {TransactionsTables.Transactions:raw}
           where tenant_id = {tenant} and deleted_at is null and jsonb_array_length(data->'splits') > 0
             and data->'splits' @> jsonb_build_array(jsonb_build_object('transfer', jsonb_build_object('accountId', wanted.account_id)))
           offset 0) entry
         cross join lateral jsonb_array_elements(data->'splits') with ordinality parts (part, nth) cross join lateral (select part->'transfer' as other) transfer
         where (other->>'accountId')::uuid = wanted.account_id and {NotToldOfPart:raw}
         """;
}
