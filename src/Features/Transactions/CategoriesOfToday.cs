namespace MyBudget.Features.Transactions;

/// <summary>The categories of an entry may have been merged or deleted while it was deleted itself.</summary>
internal static class CategoriesOfToday
{
    /// <summary>Follows every merger; what was deleted leaves the entry, or the split, uncategorised.</summary>
    public static async Task<Entry> WithCategoriesOfTodayAsync(
        this LedgerWrite write, Entry entry, LedgerFacts facts)
    {
        var splits = new List<EntrySplit>();
        foreach (var split in entry.Splits)
            splits.Add(split with { CategoryId = await FollowAsync(write, split.CategoryId, facts) });
        return entry with { CategoryId = await FollowAsync(write, entry.CategoryId, facts), Splits = splits };
    }

    private static async Task<Guid?> FollowAsync(
        LedgerWrite write, Guid? category, LedgerFacts facts)
    {
        while (category is { } gone && !facts.Categories.ContainsKey(gone))
        {
            var events = await write.Session.Events.FetchStreamAsync(gone, token: write.Cancellation);
            category = events is [.., { Data: CategoryMerged merged }] ? merged.Into : null;
        }

        return category;
    }
}
