namespace MyBudget.Features.Budgets;

/// <summary>A budget and what it spent in each period, as they were at one moment.</summary>
internal sealed class BudgetBook(Budget budget)
{
    private readonly BudgetPlan _plan = budget.ToPlan();
    private readonly Dictionary<DateOnly, long> _spent = [];
    private readonly List<(DateOnly PeriodStart, Currency Currency, long Spent)> _unconverted = [];

    public Budget Budget => budget;

    /// <summary>Where nothing is carried over, what was spent before the day's period does not matter.</summary>
    public DateOnly FirstPeriodFor(DateOnly day) =>
        budget.Rollover is Rollover.None && _plan.Schedule.PeriodAt(day) is { } period ? period.Start : budget.StartsOn;

    public void Enter(DateOnly periodStart, string currency, long spent)
    {
        if (currency == budget.Currency.Code) _spent.Add(periodStart, spent);
        else _unconverted.Add((periodStart, Currency.Of(currency), spent));
    }

    /// <summary>Only of a day whose period, and those it carries over from, were entered.</summary>
    public BudgetStatus StatusOn(DateOnly on)
    {
        var current = _plan.Schedule.PeriodAt(on)?.Start;
        return BudgetMath.StatusOn(
            _plan, on, _spent, _unconverted.Where(line => line.PeriodStart == current).ToDictionary(line => line.Currency, line => line.Spent));
    }

    public BudgetStatusView ViewOn(DateOnly on) => new(budget.Id, on, StatusOn(on));
}
