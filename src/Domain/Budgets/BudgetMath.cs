namespace MyBudget.Domain.Budgets;

/// <summary>How a budget stands, as a pure function of its plan and of what was spent.</summary>
/// <remarks>
/// Only the figures of the answer are brought into the range of long, and there they saturate. An error instead would leave a budget that
/// nobody can look at, and so nobody can mend.
/// </remarks>
internal static class BudgetMath
{
    /// <summary>
    /// What was spent is given in the budget's currency for every period, one that is absent having spent nothing, and in
    /// other currencies for the asked period alone.
    /// </summary>
    /// <param name="spentThatDay">In the budget's currency, and in the asked period.</param>
    public static BudgetStatus StatusOn(
        BudgetPlan plan, DateOnly on, IReadOnlyDictionary<DateOnly, long> spentByPeriodStart,
        IReadOnlyDictionary<Currency, long>? unconverted = null, long spentThatDay = 0) =>
        StatusOn(plan, new BudgetWalk(plan, spentByPeriodStart), on, spentByPeriodStart, unconverted, spentThatDay);

    /// <summary>The same for several days in ascending order, which share a walk through the periods.</summary>
    public static BudgetStatus StatusOn(
        BudgetPlan plan, BudgetWalk walk, DateOnly on, IReadOnlyDictionary<DateOnly, long> spentByPeriodStart,
        IReadOnlyDictionary<Currency, long>? unconverted, long spentThatDay)
    {
        var period = plan.Schedule.PeriodAt(on) ?? throw NotStarted(plan.Schedule.StartsOn);
        var (carriedOver, amount) = walk.Into(period);

        Int128 spent = spentByPeriodStart.GetValueOrDefault(period.Start);
        var available = amount + carriedOver;
        var remaining = available - spent;
        var percentUsed = PercentUsed(spent, available);
        var daysLeft = Math.Max(0, period.End.DayNumber - on.DayNumber + 1);

        return new BudgetStatus(
            period.Start, period.End, Saturated(carriedOver), Saturated(available), Saturated(spent), Saturated(remaining), percentUsed,
            StateOf(remaining, percentUsed, plan.Thresholds), daysLeft, PerDay(remaining, daysLeft),
            LeftToday(remaining, daysLeft, spentThatDay), Listed(unconverted));
    }

    private static long PerDay(Int128 remaining, int daysLeft) => daysLeft == 0 ? 0 : Saturated(Int128.Max(0, remaining) / daysLeft);

    /// <summary>The day's share of what there was in the morning, less what was spent since.</summary>
    private static long LeftToday(Int128 remaining, int daysLeft, long spentThatDay) =>
        daysLeft == 0 ? 0 : Saturated((Int128.Max(0, remaining + spentThatDay) / daysLeft) - spentThatDay);

    private static long PercentUsed(Int128 spent, Int128 available)
    {
        if (spent <= 0) return 0;
        return available > 0 ? Saturated(100 * spent / available) : 100;
    }

    private static BudgetState StateOf(Int128 remaining, long percentUsed, IReadOnlyList<int> thresholds)
    {
        if (remaining < 0) return BudgetState.Exceeded;
        return thresholds.Any(threshold => threshold < 100 && percentUsed >= threshold) ? BudgetState.Warning : BudgetState.OnTrack;
    }

    // A currency whose only entry was deleted leaves a zero behind; to the reader there is nothing in it.
    private static Dictionary<Currency, long> Listed(IReadOnlyDictionary<Currency, long>? unconverted) =>
        (unconverted ?? new Dictionary<Currency, long>()).Where(spent => spent.Value != 0).ToDictionary();

    private static long Saturated(Int128 value) => (long)Int128.Clamp(value, long.MinValue, long.MaxValue);

    public static RuleViolation NotStarted(DateOnly startsOn) => new(
        "budgets.not-started",
        string.Create(CultureInfo.InvariantCulture, $"The budget starts on {startsOn:yyyy-MM-dd}."),
        new Dictionary<string, object?>(StringComparer.Ordinal) { ["startsOn"] = startsOn });
}
