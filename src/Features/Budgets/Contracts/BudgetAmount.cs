using System.Runtime.InteropServices;

namespace MyBudget.Features.Budgets.Contracts;

/// <summary>An amount and the start of the first period that it applies to.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct BudgetAmount(DateOnly FromPeriodStart, long Amount);
