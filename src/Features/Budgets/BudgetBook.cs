namespace MyBudget.Features.Budgets;

/// <summary>A budget and what it spent in each period, as they were at one moment.</summary>
internal sealed class BudgetBook(Budget budget)
{
    private readonly BudgetPlan _plan = budget.ToPlan();
    private readonly Dictionary<DateOnly, long> _spent = [];
    private readonly Dictionary<DateOnly, long> _spentByDay = [];
    private readonly List<(DateOnly PeriodStart, Currency Currency, long Spent)> _unconverted = [];
    private readonly BudgetScope _scope = SpendingRule.Of(budget.Id, budget.ToDetails()).Scope;
    private (BudgetWalk Walk, DateOnly On)? _last;

    public Budget Budget => budget;

    /// <summary>Where nothing is carried over, what was spent before the day's period does not matter.</summary>
    public DateOnly FirstPeriodFor(DateOnly day) =>
        budget.Rollover is Rollover.None && _plan.Schedule.PeriodAt(day) is { } period ? period.Start : budget.StartsOn;

    public void Enter(DateOnly periodStart, string currency, long spent)
    {
        if (currency == budget.Currency.Code) _spent.Add(periodStart, spent);
        else _unconverted.Add((periodStart, Currency.Of(currency), spent));
    }

    /// <summary>Part of what was spent on a day.</summary>
    public void EnterDay(BudgetLine line)
    {
        if (_scope.SpendingOf(line, _plan.Schedule) is { } spending && spending.Currency == budget.Currency)
            _spentByDay[line.Date] = _spentByDay.GetValueOrDefault(line.Date) + spending.Spent;
    }

    /// <summary>A day of each period that has one in the range: today, or that which is nearest to it.</summary>
    public IEnumerable<DateOnly> DaysOfPeriods(StatusRange range, DateOnly today)
    {
        var first = range.From < budget.StartsOn ? budget.StartsOn : range.From;
        for (var period = _plan.Schedule.PeriodContaining(first); period is { } found && found.Start <= range.To;
             period = found.End < DateOnly.MaxValue ? _plan.Schedule.PeriodContaining(found.End.AddDays(1)) : null)
        {
            yield return today < found.Start ? found.Start : today > found.End ? found.End : today;
        }
    }

    /// <summary>Only of a day whose period, and those it carries over from, were entered.</summary>
    public BudgetStatus StatusOn(DateOnly on)
    {
        var current = _plan.Schedule.PeriodAt(on)?.Start;
        var unconverted = _unconverted.Where(line => line.PeriodStart == current).ToDictionary(line => line.Currency, line => line.Spent);
        // A walk goes on, but not back.
        var walk = _last is { } last && last.On <= on ? last.Walk : new BudgetWalk(_plan, _spent);
        _last = (walk, on);
        return BudgetMath.StatusOn(_plan, walk, on, _spent, unconverted, _spentByDay.GetValueOrDefault(on));
    }

    public BudgetStatusView ViewOn(DateOnly on) => new(budget.Id, on, StatusOn(on));
}
