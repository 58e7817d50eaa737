namespace MyBudget.Features.Budgets.Alerts;

/// <summary>
/// The levels of a budget in one period, as numbers: its thresholds in percent and, between those up to 100 and those above,
/// that it is exceeded.
/// </summary>
internal static class BudgetLevels
{
    /// <summary>No percentage, so that it is told from a threshold of 100.</summary>
    public const int Exceeded = 0;

    /// <summary>Those that are reached, lowest first.</summary>
    public static IEnumerable<int> ReachedIn(BudgetStatus status, IReadOnlyList<int> thresholds)
    {
        var reached = thresholds.Where(threshold => status.PercentUsed >= threshold);
        return (status.Remaining < 0 ? reached.Append(Exceeded) : reached).OrderBy(level => level == Exceeded ? 100.5 : level);
    }
}
