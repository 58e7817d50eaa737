namespace MyBudget.Features.Budgets.Contracts;

/// <summary>
/// A budget reached a level in one of its periods for the first time; never published again for the same three. Published inside a
/// transaction of the ledger, before its one save: what a handler does with the scope's session is saved with it, or not at all.
/// </summary>
/// <param name="Level">That it is exceeded, if that was reached, or else the highest threshold of those that were reached together.</param>
/// <param name="Threshold">The highest threshold that was reached together with being exceeded: news of its own, for whoever does not want to be told of the other.</param>
/// <param name="On">The ledger's day then: the period may be over, or may not have begun.</param>
/// <param name="Spent">Minor units.</param>
/// <param name="Available">Minor units, what was carried over included.</param>
public sealed record BudgetLevelReached(
    Guid LedgerId, Guid BudgetId, string BudgetName, DateOnly PeriodStart, DateOnly PeriodEnd, BudgetLevel Level, BudgetLevel? Threshold, DateOnly On, long Spent,
    long Available, Currency Currency, DateTimeOffset At) : INotification;
