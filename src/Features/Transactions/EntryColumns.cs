namespace MyBudget.Features.Transactions;

/// <summary>Where the stored transactions have what an entry says of one account: see <see cref="EntrySide"/>.</summary>
/// <param name="From">A row for each side of this kind.</param>
internal sealed record EntryColumns(Sql From, Sql Account, Sql Date, Sql Amount, Sql Status)
{
    /// <summary>Of the entry's own account.</summary>
    public static EntryColumns Own { get; } =
        new($"{TransactionsTables.Transactions:raw}", $"account_id", $"date", $"(data->>'amount')::bigint", $"data->>'status'");

    /// <summary>Of the account that a transfer goes to.</summary>
    public static EntryColumns Arrived { get; } = new(
        $"{TransactionsTables.Transactions:raw}", $"transfer_account_id", $"{StoredSides.TransferDate:raw}",
        $"(data->'transfer'->>'amount')::bigint", $"coalesce(data->'transfer'->>'status', data->>'status')");

    /// <summary>Of the accounts that parts of a split go to: an entry may have several in one account.</summary>
    public static EntryColumns Parts { get; } = new(
        $"{TransactionsTables.Transactions:raw} cross join lateral jsonb_array_elements(data->'splits') parts (part)",
        $"(part->'transfer'->>'accountId')::uuid", $"coalesce((part->'transfer'->>'date')::date, date)",
        $"(part->'transfer'->>'amount')::bigint", $"coalesce(part->'transfer'->>'status', data->>'status')");

    /// <summary>Of either of the first two, where rows of both were put together under these names.</summary>
    public static EntryColumns Walked { get; } = new($"walked", $"side_account", $"side_date", $"side_amount", $"side_status");
}
