namespace MyBudget.Domain.Budgets;

/// <summary>
/// One line of an entry: a whole entry without splits, or one split with its own category, if it has one. A transfer has no lines: it
/// only moves money within the household. Between an account on the budget and one off it a transfer may have a category; then each side is a line.
/// </summary>
internal readonly record struct BudgetLine(
    DateOnly Date, long Amount, Currency Currency, Guid? CategoryId, CategoryKind? CategoryKind, Guid AccountId, bool AccountOnBudget);

/// <summary>What one line adds to one period of a budget; in the budget's currency or another.</summary>
internal readonly record struct BudgetSpending(DateOnly PeriodStart, Currency Currency, long Spent);
