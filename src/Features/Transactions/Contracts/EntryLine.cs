namespace MyBudget.Features.Transactions.Contracts;

/// <summary>The part of an entry under one category: the whole of it, or one split. A transfer has none.</summary>
public readonly record struct EntryLine(DateOnly Date, Guid AccountId, Guid? CategoryId, long Amount)
{
    public static IEnumerable<EntryLine> Of(Entry? entry)
    {
        if (entry is null || entry.Transfer is not null) return [];
        return entry.Splits.Count == 0
            ? [new EntryLine(entry.Date, entry.AccountId, entry.CategoryId, entry.Amount)]
            : entry.Splits.Select(split => new EntryLine(entry.Date, entry.AccountId, split.CategoryId, split.Amount));
    }
}
