namespace MyBudget.Domain.Budgets;

/// <summary>How a budget stands on a day. Amounts are in the minor unit of its currency.</summary>
/// <param name="PeriodStart">The first day of the period with that day; of the last period when the budget has ended.</param>
/// <param name="PeriodEnd">The last day of that period.</param>
/// <param name="CarriedOver">What the period before left, as far as the rollover carries it.</param>
/// <param name="Available">The period's amount and what was carried over.</param>
/// <param name="Spent">In the whole period, in the budget's currency.</param>
/// <param name="Remaining">What is available less what was spent.</param>
/// <param name="PercentUsed">Of what is available, rounded down.</param>
/// <param name="State">onTrack, warning (a threshold below 100 is reached) or exceeded (more was spent than was available).</param>
/// <param name="DaysLeft">The asked day included; 0 after the end.</param>
/// <param name="DailyAllowance">What remains per day left, rounded down.</param>
/// <param name="LeftToday">What remained per day left in the morning, rounded down, less what was spent on the asked day; may be negative.</param>
/// <param name="Unconverted">What was spent in other currencies, which is added nowhere.</param>
internal record BudgetStatus(
    DateOnly PeriodStart, DateOnly PeriodEnd, long CarriedOver, long Available, long Spent, long Remaining, long PercentUsed,
    BudgetState State, int DaysLeft, long DailyAllowance, long LeftToday,
    IReadOnlyDictionary<Currency, long> Unconverted);

internal enum BudgetState
{
    OnTrack,
    Warning,
    Exceeded,
}
