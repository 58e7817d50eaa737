namespace MyBudget.Features.Transactions.Contracts;

/// <summary>What <see cref="EntrySide"/> says, in SQL.</summary>
public static class EntrySideRows
{
    /// <summary>
    /// A statement that gives the sides of all entries that are there: <c>tenant_id, account_id, date, amount, status</c> of the side,
    /// <c>id, data</c> of the entry. Put in brackets it is asked like a table. What goes to an account in several parts has several.
    /// </summary>
    public const string All =
        $"""
        select tenant_id, account_id, date, (data->>'amount')::bigint as amount, data->>'status' as status, id, data
        from {TransactionsTables.Transactions} where deleted_at is null
        union all
        select tenant_id, transfer_account_id, {StoredSides.TransferDate}, (data->'transfer'->>'amount')::bigint,
          coalesce(data->'transfer'->>'status', data->>'status'), id, data
        from {TransactionsTables.Transactions} where deleted_at is null and transfer_account_id is not null
        union all
        select tenant_id, (part->'transfer'->>'accountId')::uuid, coalesce((part->'transfer'->>'date')::date, date),
          (part->'transfer'->>'amount')::bigint, coalesce(part->'transfer'->>'status', data->>'status'), id, data
        from {TransactionsTables.Transactions} cross join lateral jsonb_array_elements(data->'splits') parts (part)
        where deleted_at is null and jsonb_array_length(data->'splits') > 0 and part->'transfer'->>'accountId' is not null
        """;
}
