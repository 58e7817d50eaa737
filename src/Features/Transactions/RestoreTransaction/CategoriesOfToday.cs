using Marten;
using MyBudget.Features.Categories.Contracts;
using MyBudget.Features.Transactions.Contracts;

namespace MyBudget.Features.Transactions.RestoreTransaction;

/// <summary>The categories of an entry may have been merged or deleted while it was deleted itself.</summary>
internal static class CategoriesOfToday
{
    /// <summary>Follows every merger; what was deleted leaves the entry, or the split, uncategorised.</summary>
    public static async Task<Entry> WithCategoriesOfTodayAsync(
        this IDocumentSession session, Entry entry, LedgerFacts facts, CancellationToken cancellationToken)
    {
        var splits = new List<EntrySplit>();
        foreach (var split in entry.Splits)
            splits.Add(split with { CategoryId = await FollowAsync(session, split.CategoryId, facts, cancellationToken) });
        return entry with { CategoryId = await FollowAsync(session, entry.CategoryId, facts, cancellationToken), Splits = splits };
    }

    private static async Task<Guid?> FollowAsync(
        IDocumentSession session, Guid? category, LedgerFacts facts, CancellationToken cancellationToken)
    {
        while (category is { } gone && !facts.Categories.ContainsKey(gone))
        {
            var events = await session.Events.FetchStreamAsync(gone, token: cancellationToken);
            category = events is [.., { Data: CategoryMerged merged }] ? merged.Into : null;
        }

        return category;
    }
}
