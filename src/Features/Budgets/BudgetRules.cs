namespace MyBudget.Features.Budgets;

internal static class BudgetRules
{
    private const int MostBudgets = 200;

    public static void EnsureNameIsFree(IEnumerable<Budget> budgets, Guid? except, string name)
    {
        if (budgets.Any(other => other.Id != except && string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase)))
            throw RuleViolation.Conflict("budgets.name-taken", "Another budget has this name.");
    }

    public static void EnsureRoom(IReadOnlyCollection<Budget> budgets)
    {
        if (budgets.Count >= MostBudgets)
            throw new RuleViolation("budgets.too-many", $"A ledger has at most {MostBudgets} budgets.");
    }

    /// <summary>What the budget names must be there. What it named before may be gone meanwhile and stays.</summary>
    public static void EnsureNamedExist(BudgetDetails now, BudgetDetails? was, NameableFacts facts)
    {
        foreach (var category in now.CategoryIds.Except(was?.CategoryIds ?? []))
        {
            if (!facts.Categories.TryGetValue(category, out var kind))
                throw new RuleViolation("budgets.unknown-category", "There is no such category in this ledger.");
            if (kind is not CategoryKind.Expense)
                throw new RuleViolation("budgets.income-category", "A budget is for expense categories; one of these is for income.");
        }

        if (now.AccountIds.Except(was?.AccountIds ?? []).Any(account => !facts.Accounts.Contains(account)))
            throw new RuleViolation("budgets.unknown-account", "There is no such account in this ledger.");
    }
}
