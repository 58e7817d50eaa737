namespace MyBudget.Domain.Budgets;

/// <summary>How a budget stands, as a pure function of its plan and of what was spent.</summary>
/// <remarks>
/// Everything is computed in <see cref="Int128"/>, which no number of periods can fill: half a million weeks of the
/// largest <see cref="long"/> need fewer than 90 bits. Only the figures of the answer are brought into the range of long, and there
/// they saturate. An error instead would leave a budget that nobody can look at, and so nobody can mend.
/// </remarks>
internal static class BudgetMath
{
    /// <summary>
    /// What was spent is given in the budget's currency for every period, one that is absent having spent nothing, and in
    /// other currencies for the asked period alone.
    /// </summary>
    public static BudgetStatus StatusOn(
        BudgetPlan plan, DateOnly on, IReadOnlyDictionary<DateOnly, long> spentByPeriodStart,
        IReadOnlyDictionary<Currency, long>? unconverted = null)
    {
        var period = plan.Schedule.PeriodAt(on) ?? throw NotStarted(plan.Schedule.StartsOn);
        var (carriedOver, amount) = IntoPeriod(plan, period, spentByPeriodStart);

        Int128 spent = spentByPeriodStart.GetValueOrDefault(period.Start);
        var available = amount + carriedOver;
        var remaining = available - spent;
        var percentUsed = PercentUsed(spent, available);
        var daysLeft = Math.Max(0, period.End.DayNumber - on.DayNumber + 1);

        return new BudgetStatus(
            period.Start, period.End, Saturated(carriedOver), Saturated(available), Saturated(spent), Saturated(remaining), percentUsed,
            StateOf(remaining, percentUsed, plan.Thresholds), daysLeft,
            daysLeft == 0 ? 0 : Saturated(Int128.Max(0, remaining) / daysLeft), Listed(unconverted));
    }

    /// <summary>The start of the period a change of amount applies from, when it is decided on that day.</summary>
    public static DateOnly AmountAppliesFrom(PeriodSchedule schedule, DateOnly decidedOn) =>
        schedule.PeriodAt(decidedOn)?.Start ?? schedule.StartsOn;

    private static (Int128 CarriedOver, Int128 Amount) IntoPeriod(
        BudgetPlan plan, Period period, IReadOnlyDictionary<DateOnly, long> spentByPeriodStart)
    {
        if (plan.Amounts.Count == 0) throw new ArgumentException("A budget has at least one amount.", nameof(plan));
        // A stable order: of two changes in one period the later decision holds.
        BudgetAmount[] amounts = [.. plan.Amounts.OrderBy(amount => amount.FromPeriodStart)];
        var current = 0;

        Int128 carriedOver = 0;
        for (var index = plan.Rollover is Rollover.None ? period.Index : 0; index < period.Index; index++)
        {
            var earlier = plan.Schedule.At(index);
            var remaining = AmountOf(earlier) + carriedOver - spentByPeriodStart.GetValueOrDefault(earlier.Start);
            carriedOver = Carried(plan.Rollover, remaining);
        }

        return (carriedOver, AmountOf(period));

        // The periods are walked forward once. Compared with the period's end, so that a day inside it, which an edited schedule can leave
        // behind, means the same period. Before the first change there is only the first amount to go by.
        Int128 AmountOf(Period asked)
        {
            while (current + 1 < amounts.Length && amounts[current + 1].FromPeriodStart <= asked.End) current++;
            return amounts[current].Amount;
        }
    }

    private static Int128 Carried(Rollover rollover, Int128 remaining) => rollover switch
    {
        Rollover.Surplus => Int128.Max(0, remaining),
        Rollover.Deficit => Int128.Min(0, remaining),
        Rollover.Both => remaining,
        _ => throw new ArgumentOutOfRangeException(nameof(rollover), rollover, "Not a kind of rollover."),
    };

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

    private static RuleViolation NotStarted(DateOnly startsOn) => new(
        "budgets.not-started",
        string.Create(CultureInfo.InvariantCulture, $"The budget starts on {startsOn:yyyy-MM-dd}."),
        new Dictionary<string, object?>(StringComparer.Ordinal) { ["startsOn"] = startsOn });
}
