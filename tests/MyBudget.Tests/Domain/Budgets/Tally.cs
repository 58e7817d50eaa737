using MyBudget.Domain;
using MyBudget.Domain.Budgets;

namespace MyBudget.Tests.Domain.Budgets;

/// <summary>What a budget spent in each period and currency, kept line by line.</summary>
internal sealed class Tally(BudgetScope scope, PeriodSchedule schedule, Currency currency)
{
    private readonly Dictionary<(DateOnly PeriodStart, Currency Currency), long> spent = [];
    private readonly Dictionary<DateOnly, long> spentByDay = [];

    public Dictionary<DateOnly, long> SpentByPeriodStart =>
        spent.Where(entry => entry.Key.Currency == currency).ToDictionary(entry => entry.Key.PeriodStart, entry => entry.Value);

    public void Add(BudgetLine line)
    {
        if (scope.SpendingOf(line, schedule) is { } spending)
        {
            var key = (spending.PeriodStart, spending.Currency);
            spent[key] = spent.GetValueOrDefault(key) + spending.Spent;
            if (spending.Currency == currency) spentByDay[line.Date] = spentByDay.GetValueOrDefault(line.Date) + spending.Spent;
        }
    }

    public BudgetStatus StatusOn(BudgetPlan plan, DateOnly on)
    {
        var start = schedule.PeriodAt(on)?.Start;
        var unconverted = spent.Where(entry => entry.Key.PeriodStart == start && entry.Key.Currency != currency)
            .ToDictionary(entry => entry.Key.Currency, entry => entry.Value);
        return BudgetMath.StatusOn(plan, on, SpentByPeriodStart, unconverted, spentByDay.GetValueOrDefault(on));
    }
}
