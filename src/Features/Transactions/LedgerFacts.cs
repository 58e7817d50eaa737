using System.Collections.Frozen;
using MyBudget.Features.Accounts.Contracts;
using MyBudget.Features.Categories.Contracts;
using MyBudget.Infrastructure.EventStore;

namespace MyBudget.Features.Transactions;

/// <summary>The ledger's accounts and categories, as far as recording an entry depends on them.</summary>
internal sealed record LedgerFacts(FrozenDictionary<Guid, AccountFacts> Accounts, FrozenDictionary<Guid, CategoryFacts> Categories)
{
    /// <summary>As of the lock that the write holds.</summary>
    public static Task<LedgerFacts> InAsync(LedgerWrite write) => write.FactsAsync(async (session, cancellationToken) => new LedgerFacts(
        (await session.FactsAsync<AccountFacts>(AccountsTables.Accounts, cancellationToken)).ToFrozenDictionary(account => account.Id),
        (await session.FactsAsync<CategoryFacts>(CategoriesTables.Categories, cancellationToken)).ToFrozenDictionary(category => category.Id)));
}
