namespace MyBudget.Features.Budgets;

/// <summary>The accounts and categories that a budget can name.</summary>
internal sealed record NameableFacts(IReadOnlySet<Guid> Accounts, IReadOnlyDictionary<Guid, CategoryKind> Categories)
{
    public static Task<NameableFacts> InAsync(LedgerWrite write) => write.FactsAsync(async stored => new NameableFacts(
        (await stored.OfAsync<AccountFacts>(AccountsTables.Accounts)).Select(account => account.Id).ToHashSet(),
        (await stored.OfAsync<CategoryFacts>(CategoriesTables.Categories)).ToDictionary(category => category.Id, category => category.Kind)));
}
