using MyBudget.Domain;
using MyBudget.Domain.Budgets;

namespace MyBudget.Features.Budgets;

/// <summary>A budget and what it spent in each period, as they were at one moment: three columns, row by row.</summary>
internal sealed record BudgetBook(Budget Budget, DateOnly[] Starts, string[] Currencies, long[] Spent)
{
    /// <summary>Only of a day whose period, and those it carries over from, were read.</summary>
    public BudgetStatus StatusOn(DateOnly on)
    {
        var plan = Budget.ToPlan();
        var current = plan.Schedule.PeriodAt(on)?.Start;
        var spentByPeriodStart = new Dictionary<DateOnly, long>(Starts.Length);
        var unconverted = new Dictionary<Currency, long>();
        for (var i = 0; i < Starts.Length; i++)
        {
            if (Currencies[i] == Budget.Currency.Code) spentByPeriodStart.Add(Starts[i], Spent[i]);
            else if (Starts[i] == current) unconverted.Add(Currency.Of(Currencies[i]), Spent[i]);
        }

        return BudgetMath.StatusOn(plan, on, spentByPeriodStart, unconverted);
    }
}
