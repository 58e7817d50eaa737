namespace MyBudget.Features.Budgets;

/// <summary>A budget. Amounts are in the minor unit of its currency.</summary>
public sealed record BudgetView : Budget;
