namespace MyBudget.Features.Budgets.Contracts;

/// <summary>
/// A budget reached a level in one of its periods for the first time; never published again for the same three. Published inside a
/// transaction of the ledger, before its one save: what a handler does with the scope's session is saved with it, or not at all.
/// </summary>
/// <param name="Level">The highest of those that were reached together.</param>
/// <param name="Spent">Minor units.</param>
/// <param name="Available">Minor units, what was carried over included.</param>
public sealed record BudgetLevelReached(
    Guid LedgerId, Guid BudgetId, string BudgetName, DateOnly PeriodStart, DateOnly PeriodEnd, BudgetLevel Level, long Spent,
    long Available, Currency Currency, DateTimeOffset At) : INotification;
