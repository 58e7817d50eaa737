namespace MyBudget.Features.Transactions.Contracts;

/// <summary>What <see cref="EntrySide"/> says, in SQL.</summary>
public static class EntrySideRows
{
    /// <summary>
    /// A statement that gives the sides of all entries that are there: <c>tenant_id, account_id, date, amount, status</c> of the side,
    /// <c>id, data</c> of the entry. Put in brackets it is asked like a table; both parts have an index by ledger, account and date.
    /// </summary>
    public const string All =
        $"""
        select tenant_id, account_id, date, (data->>'amount')::bigint as amount, data->>'status' as status, id, data
        from {TransactionsTables.Transactions} where deleted_at is null
        union all
        select tenant_id, transfer_account_id, date, (data->'transfer'->>'amount')::bigint, data->>'status', id, data
        from {TransactionsTables.Transactions} where deleted_at is null and transfer_account_id is not null
        """;
}
