using System.Collections.Frozen;
using Marten;
using MyBudget.Features.Accounts.Contracts;
using MyBudget.Features.Categories.Contracts;
using MyBudget.Infrastructure.EventStore;

namespace MyBudget.Features.Transactions;

/// <summary>The ledger's accounts and categories, as far as recording an entry depends on them.</summary>
internal sealed record LedgerFacts(FrozenDictionary<Guid, AccountFacts> Accounts, FrozenDictionary<Guid, CategoryFacts> Categories)
{
    /// <summary>As of the lock that the session holds.</summary>
    public static Task<LedgerFacts> AtAsync(
        LedgerHead head, LedgerScope scope, IDocumentSession session, LedgerReference reference, CancellationToken cancellationToken) =>
        reference.GetAsync(scope.LedgerId, head, async ct =>
        {
            var accounts = await session.Query<AccountFacts>().ToListAsync(ct);
            var categories = await session.Query<CategoryFacts>().ToListAsync(ct);
            return new LedgerFacts(
                accounts.ToFrozenDictionary(account => account.Id), categories.ToFrozenDictionary(category => category.Id));
        }, cancellationToken);
}
