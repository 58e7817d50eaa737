using MyBudget.Domain.Budgets;

namespace MyBudget.Features.Budgets.Contracts;

/// <summary>
/// A budget reached a level in one of its periods for the first time; never published again for the same three. Published inside a
/// transaction of the ledger, before its one save: what a handler does with the scope's session is saved with it, or not at all.
/// </summary>
/// <param name="LedgerId">The ledger.</param>
/// <param name="BudgetId">The budget.</param>
/// <param name="BudgetName">Its name.</param>
/// <param name="PeriodStart">The first day of the period.</param>
/// <param name="PeriodEnd">Its last day.</param>
/// <param name="Level">The highest of those that were reached together.</param>
/// <param name="Spent">Minor units.</param>
/// <param name="Available">Minor units, what was carried over included.</param>
/// <param name="Currency">The budget's.</param>
/// <param name="At">When it was noticed.</param>
public sealed record BudgetLevelReached(
    Guid LedgerId, Guid BudgetId, string BudgetName, DateOnly PeriodStart, DateOnly PeriodEnd, BudgetLevel Level, long Spent,
    long Available, Currency Currency, DateTimeOffset At) : INotification;
