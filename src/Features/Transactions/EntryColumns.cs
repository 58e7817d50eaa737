namespace MyBudget.Features.Transactions;

/// <summary>Where the stored transactions have what an entry says of one account: see <see cref="EntrySide"/>.</summary>
internal sealed record EntryColumns(Sql Account, Sql Date, Sql Amount, Sql Status)
{
    /// <summary>Of the entry's own account.</summary>
    public static EntryColumns Own { get; } = new($"account_id", $"date", $"(data->>'amount')::bigint", $"data->>'status'");

    /// <summary>Of the account that a transfer goes to.</summary>
    public static EntryColumns Arrived { get; } =
        new($"transfer_account_id", $"date", $"(data->'transfer'->>'amount')::bigint", $"data->>'status'");

    /// <summary>Of either, where rows of both were put together under these names.</summary>
    public static EntryColumns Walked { get; } = new($"side_account", $"side_date", $"side_amount", $"side_status");
}
