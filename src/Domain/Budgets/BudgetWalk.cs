namespace MyBudget.Domain.Budgets;

/// <summary>Goes through a budget's periods once, for those that are asked for in ascending order.</summary>
/// <remarks>
/// Everything is computed in <see cref="Int128"/>, which no number of periods can fill: half a million weeks of the
/// largest <see cref="long"/> need fewer than 90 bits.
/// </remarks>
internal sealed class BudgetWalk(BudgetPlan plan, IReadOnlyDictionary<DateOnly, long> spentByPeriodStart)
{
    private readonly AmountsInOrder _amounts = new(plan.Amounts);
    private Int128 _carriedOver;
    private int _next;

    public (Int128 CarriedOver, Int128 Amount) Into(Period period)
    {
        if (plan.Rollover is Rollover.None) return (0, _amounts.Of(period));
        for (; _next < period.Index; _next++)
        {
            var earlier = plan.Schedule.At(_next);
            _carriedOver = Carried(_amounts.Of(earlier) + _carriedOver - spentByPeriodStart.GetValueOrDefault(earlier.Start));
        }

        return (_carriedOver, _amounts.Of(period));
    }

    private Int128 Carried(Int128 remaining) => plan.Rollover switch
    {
        Rollover.Surplus => Int128.Max(0, remaining),
        Rollover.Deficit => Int128.Min(0, remaining),
        Rollover.Both => remaining,
        _ => throw new InvalidOperationException($"{plan.Rollover} is no kind of rollover."),
    };
}
