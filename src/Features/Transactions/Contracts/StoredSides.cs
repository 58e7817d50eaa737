namespace MyBudget.Features.Transactions.Contracts;

/// <summary>How statements read the sides of stored transactions, as <see cref="EntrySide"/> tells those of one entry.</summary>
internal static class StoredSides
{
    /// <summary>The column with the day of a transfer's other side; null where there is none.</summary>
    public const string TransferDate = "transfer_date";

    /// <summary>
    /// The status that a row called <c>entry</c> has in the account of <c>side (account_id, amount)</c>; that of its own account where it has no
    /// side there.
    /// </summary>
    public const string Status =
        """
        case when entry.account_id = side.account_id then entry.data->>'status'
          when entry.transfer_account_id = side.account_id then coalesce(entry.data->'transfer'->>'status', entry.data->>'status')
          else coalesce((
            select coalesce(part->'transfer'->>'status', entry.data->>'status') from jsonb_array_elements(entry.data->'splits') parts (part)
            where (part->'transfer'->>'accountId')::uuid = side.account_id
            order by (part->'transfer'->>'amount')::bigint = side.amount desc limit 1), entry.data->>'status') end
        """;
}
