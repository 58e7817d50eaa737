namespace MyBudget.Domain.Budgets;

/// <summary>
/// The amounts of a budget's periods: those that last until the next one, and those of single periods, which leave the others as they are.
/// </summary>
internal static class BudgetAmounts
{
    /// <summary>What is in force in a period.</summary>
    public static long In(this IReadOnlyList<BudgetAmount> amounts, Period period) => new AmountsInOrder(amounts).Of(period);

    /// <summary>An amount that lasts; what was planned for later periods stays.</summary>
    public static IReadOnlyList<BudgetAmount> FromThenOn(this IReadOnlyList<BudgetAmount> amounts, Period period, long amount)
    {
        List<BudgetAmount> others = [.. amounts.Where(other => !period.Contains(other.FromPeriodStart))];
        // Where the schedule was moved to begin earlier, the first amount is not planned for later: it is what is replaced.
        if (!amounts.Any(other => IsLasting(other) && other.FromPeriodStart <= period.End)) others.Remove(others.First(IsLasting));
        var isInForce = others.Any(other => IsLasting(other) && other.FromPeriodStart < period.Start) && Lasting(others, period) == amount;
        return isInForce ? others : Ordered([.. others, new BudgetAmount(period.Start, amount)]);
    }

    /// <summary>An amount of one period; the next has what it had before.</summary>
    public static IReadOnlyList<BudgetAmount> OnlyIn(this IReadOnlyList<BudgetAmount> amounts, Period period, long amount)
    {
        List<BudgetAmount> others = [.. amounts.Where(other => IsLasting(other) || !period.Contains(other.FromPeriodStart))];
        return Lasting(others, period) == amount ? others : Ordered([.. others, new BudgetAmount(period.Start, amount, OnlyPeriod: true)]);
    }

    /// <summary>An amount that also takes the place of what was planned for later, as all did once.</summary>
    public static IReadOnlyList<BudgetAmount> InsteadOfLater(this IReadOnlyList<BudgetAmount> amounts, DateOnly from, long amount)
    {
        List<BudgetAmount> earlier = [.. amounts.Where(other => other.FromPeriodStart < from)];
        if (earlier.Count == 0 || earlier[^1].Amount != amount) earlier.Add(new BudgetAmount(from, amount));
        return earlier;
    }

    private static bool IsLasting(BudgetAmount amount) => !amount.OnlyPeriod;

    private static long Lasting(IReadOnlyList<BudgetAmount> amounts, Period period) => new AmountsInOrder([.. amounts.Where(IsLasting)]).Of(period);

    private static IReadOnlyList<BudgetAmount> Ordered(IEnumerable<BudgetAmount> amounts) =>
        [.. amounts.OrderBy(amount => amount.FromPeriodStart).ThenBy(amount => amount.OnlyPeriod)];
}
