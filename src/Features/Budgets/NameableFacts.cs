namespace MyBudget.Features.Budgets;

/// <summary>The accounts and categories that a budget can name.</summary>
internal sealed record NameableFacts(IReadOnlySet<Guid> Accounts, IReadOnlyDictionary<Guid, CategoryKind> Categories)
{
    public static Task<NameableFacts> InAsync(LedgerWrite write) => write.FactsAsync(async (session, cancellationToken) => new NameableFacts(
        (await session.FactsAsync<AccountFacts>(AccountsTables.Accounts, cancellationToken)).Select(account => account.Id).ToHashSet(),
        (await session.FactsAsync<CategoryFacts>(CategoriesTables.Categories, cancellationToken)).ToDictionary(category => category.Id, category => category.Kind)));
}
