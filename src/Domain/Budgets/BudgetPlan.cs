namespace MyBudget.Domain.Budgets;

/// <summary>The part of a budget that its status is computed from, with at least one amount, in the order they were decided.</summary>
internal sealed record BudgetPlan(
    PeriodSchedule Schedule, IReadOnlyList<BudgetAmount> Amounts, Rollover Rollover, IReadOnlyList<int> Thresholds);
