using MyBudget.Domain.Budgets;
using MyBudget.Features.Accounts.Contracts;
using MyBudget.Features.Transactions.Contracts;

namespace MyBudget.Features.Budgets;

internal static class BudgetLines
{
    /// <summary>A line of an entry with what the rules of budgets ask of its account and category.</summary>
    /// <param name="line">The line.</param>
    /// <param name="accounts">The ledger's, by id.</param>
    /// <param name="categories">The ledger's, by id; one that is gone has no kind.</param>
    public static BudgetLine ToBudgetLine(
        this EntryLine line, IReadOnlyDictionary<Guid, AccountFacts> accounts, IReadOnlyDictionary<Guid, CategoryKind> categories)
    {
        var account = accounts[line.AccountId];
        CategoryKind? kind = line.CategoryId is { } id && categories.TryGetValue(id, out var known) ? known : null;
        return new BudgetLine(line.Date, line.Amount, account.Currency, line.CategoryId, kind, line.AccountId, account.OnBudget);
    }
}
