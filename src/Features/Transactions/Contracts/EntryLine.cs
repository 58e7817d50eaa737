namespace MyBudget.Features.Transactions.Contracts;

/// <summary>
/// The part of an entry under one category: the whole of it, or one split. A transfer has none, unless it has a category: then each side is
/// a line of its account, and a budget counts the side of the accounts it counts.
/// </summary>
public readonly record struct EntryLine(DateOnly Date, Guid AccountId, Guid? CategoryId, long Amount)
{
    public static IEnumerable<EntryLine> Of(Entry? entry)
    {
        if (entry is null) return [];
        return entry.Splits.Count == 0
            ? Of(entry, entry.Amount, entry.CategoryId, entry.Transfer)
            : entry.Splits.SelectMany(split => Of(entry, split.Amount, split.CategoryId, split.Transfer));
    }

    private static IEnumerable<EntryLine> Of(Entry entry, long amount, Guid? category, EntryTransfer? transfer)
    {
        if (transfer is null || category is not null) yield return new EntryLine(entry.Date, entry.AccountId, category, amount);
        if (transfer is null || category is null) yield break;
        var other = EntrySide.Of(entry, transfer);
        yield return new EntryLine(other.Date, other.AccountId, category, other.Amount);
    }
}
