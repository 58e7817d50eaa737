namespace MyBudget.Domain.Budgets;

/// <summary>An amount and the start of the first period that it applies to.</summary>
/// <param name="FromPeriodStart">The first day of that period.</param>
/// <param name="Amount">Minor units.</param>
public readonly record struct BudgetAmount(DateOnly FromPeriodStart, long Amount);
