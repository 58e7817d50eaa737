namespace MyBudget.Domain.Budgets;

/// <summary>
/// How a budget stands on a day, in minor units of its currency. What was spent in others is named, and added nowhere.
/// </summary>
internal sealed record BudgetStatus(
    DateOnly PeriodStart,
    DateOnly PeriodEnd,
    long CarriedOver,
    long Available,
    long Spent,
    long Remaining,
    long PercentUsed,
    BudgetState State,
    int DaysLeft,
    long DailyAllowance,
    IReadOnlyDictionary<Currency, long> Unconverted);

internal enum BudgetState
{
    OnTrack,
    Warning,
    Exceeded,
}
