namespace MyBudget.Features.Transactions.Contracts;

/// <summary>What an entry moves in one account: of a transfer, each of the two accounts has a side of its own.</summary>
/// <param name="Amount">Signed minor units of this account's currency.</param>
/// <param name="Date">The day that this account's bank has it on.</param>
/// <param name="Status">How far this account's bank has confirmed it.</param>
public readonly record struct EntrySide(Guid AccountId, long Amount, DateOnly Date, EntryStatus Status)
{
    /// <summary>What this side counts for in a cleared balance.</summary>
    public long Cleared => Status is EntryStatus.Pending ? 0 : Amount;

    /// <summary>The entry's own account first, then those that its transfer or its parts go to.</summary>
    public static IEnumerable<EntrySide> Of(Entry? entry)
    {
        if (entry is null) yield break;
        yield return new EntrySide(entry.AccountId, entry.Amount, entry.Date, entry.Status);
        if (entry.Transfer is { } transfer) yield return Of(entry, transfer);
        foreach (var split in entry.Splits)
        {
            if (split.Transfer is { } part) yield return Of(entry, part);
        }
    }

    /// <summary>The other side, whose day and status are the entry's where it has none of its own.</summary>
    public static EntrySide Of(Entry entry, EntryTransfer transfer) =>
        new(transfer.AccountId, transfer.Amount, transfer.Date ?? entry.Date, transfer.Status ?? entry.Status);
}
