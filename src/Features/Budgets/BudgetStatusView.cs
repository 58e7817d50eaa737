namespace MyBudget.Features.Budgets;

/// <summary>How a budget stands on a day. Amounts are in the minor unit of its currency.</summary>
internal sealed record BudgetStatusView : BudgetStatus
{
    internal BudgetStatusView(Guid budgetId, DateOnly on, BudgetStatus status)
        : base(status)
    {
        BudgetId = budgetId;
        On = on;
    }

    /// <summary>The budget.</summary>
    public Guid BudgetId { get; }

    /// <summary>The day that was asked for.</summary>
    public DateOnly On { get; }
}
