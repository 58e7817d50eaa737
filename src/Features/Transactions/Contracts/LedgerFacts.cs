using System.Collections.Frozen;

namespace MyBudget.Features.Transactions.Contracts;

/// <summary>The ledger's accounts and categories, as far as recording an entry depends on them.</summary>
internal sealed record LedgerFacts(FrozenDictionary<Guid, AccountFacts> Accounts, FrozenDictionary<Guid, CategoryFacts> Categories)
{
    public static LedgerFacts Of(IEnumerable<AccountFacts> accounts, IEnumerable<CategoryFacts> categories) =>
        new(accounts.ToFrozenDictionary(account => account.Id), categories.ToFrozenDictionary(category => category.Id));
}
