namespace MyBudget.Domain.Budgets;

/// <summary>What of a period's remaining amount is carried into the next one.</summary>
public enum Rollover
{
    None,
    Surplus,
    Deficit,
    Both,
}
