using Marten;
using MyBudget.Domain;
using MyBudget.Features.Accounts.Contracts;
using MyBudget.Features.Budgets.Contracts;
using MyBudget.Features.Categories.Contracts;

namespace MyBudget.Features.Budgets;

internal static class BudgetRules
{
    private const int MostBudgets = 200;

    public static void EnsureNameIsFree(IEnumerable<Budget> budgets, Guid id, string name)
    {
        if (budgets.Any(other => other.Id != id && string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase)))
            throw RuleViolation.Conflict("budgets.name-taken", "Another budget has this name.");
    }

    public static void EnsureRoom(IReadOnlyCollection<Budget> budgets)
    {
        if (budgets.Count >= MostBudgets)
            throw new RuleViolation("budgets.too-many", $"A ledger has at most {MostBudgets} budgets.");
    }

    /// <summary>What the budget names must be there. What it named before may be gone meanwhile and stays.</summary>
    public static async Task EnsureNamedExistAsync(
        this IQuerySession session, BudgetDetails now, BudgetDetails? was, CancellationToken cancellationToken)
    {
        Guid[] categories = [.. now.CategoryIds.Except(was?.CategoryIds ?? [])];
        if (categories.Length > 0)
        {
            var known = await session.LoadManyAsync<CategoryFacts>(cancellationToken, categories);
            if (known.Count < categories.Length)
                throw new RuleViolation("budgets.unknown-category", "There is no such category in this ledger.");
            if (known.Any(category => category.Kind is not CategoryKind.Expense))
                throw new RuleViolation("budgets.income-category", "A budget is for expense categories; one of these is for income.");
        }

        Guid[] accounts = [.. now.AccountIds.Except(was?.AccountIds ?? [])];
        if (accounts.Length > 0 && (await session.LoadManyAsync<AccountFacts>(cancellationToken, accounts)).Count < accounts.Length)
            throw new RuleViolation("budgets.unknown-account", "There is no such account in this ledger.");
    }
}
