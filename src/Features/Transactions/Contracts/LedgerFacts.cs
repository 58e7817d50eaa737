using System.Collections.Frozen;

namespace MyBudget.Features.Transactions.Contracts;

/// <summary>The ledger's accounts and categories, as far as recording an entry depends on them.</summary>
internal sealed record LedgerFacts(FrozenDictionary<Guid, AccountFacts> Accounts, FrozenDictionary<Guid, CategoryFacts> Categories)
{
    /// <summary>As the write finds them.</summary>
    public static Task<LedgerFacts> InAsync(LedgerWrite write) => write.FactsAsync(async stored => Of(
        await stored.OfAsync<AccountFacts>(AccountsTables.Accounts),
        await stored.OfAsync<CategoryFacts>(CategoriesTables.Categories)));

    public static LedgerFacts Of(IEnumerable<AccountFacts> accounts, IEnumerable<CategoryFacts> categories) =>
        new(accounts.ToFrozenDictionary(account => account.Id), categories.ToFrozenDictionary(category => category.Id));
}
