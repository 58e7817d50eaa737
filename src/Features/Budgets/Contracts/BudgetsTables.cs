namespace MyBudget.Features.Budgets.Contracts;

/// <summary>Where budgets are stored, what they spent in each period, and which of their levels were reached.</summary>
public static class BudgetsTables
{
    public const string Budgets = "mt_doc_budget";
    public const string Spending = "budget_spending";
    public const string Levels = "budget_levels";
}
