namespace MyBudget.Features.Transactions.Contracts;

/// <summary>What an entry moves in one account: of a transfer, each of the two accounts has a side of its own.</summary>
/// <param name="Amount">Signed minor units of this account's currency.</param>
/// <param name="Date">The day that this account's bank has it on.</param>
/// <param name="Status">How far this account's bank has confirmed it.</param>
public readonly record struct EntrySide(Guid AccountId, long Amount, DateOnly Date, EntryStatus Status)
{
    /// <summary>What this side counts for in a cleared balance.</summary>
    public long Cleared => Status is EntryStatus.Pending ? 0 : Amount;

    /// <summary>The entry's own account first.</summary>
    public static IEnumerable<EntrySide> Of(Entry? entry)
    {
        if (entry is null) yield break;
        yield return new EntrySide(entry.AccountId, entry.Amount, entry.Date, entry.Status);
        if (entry.Transfer is { } transfer) yield return new EntrySide(transfer.AccountId, transfer.Amount, entry.Date, entry.Status);
    }
}
