namespace MyBudget.Features.Budgets;

/// <summary>What decides which entries count in which period of a budget.</summary>
internal sealed record SpendingRule(Guid BudgetId, PeriodSchedule Schedule, BudgetScope Scope)
{
    public static SpendingRule Of(Guid budgetId, BudgetDetails details) => new(
        budgetId,
        details.ToSchedule(),
        new BudgetScope(details.CategoryIds.ToHashSet(), details.AccountIds.ToHashSet()));

    /// <summary>Whether a revision makes other entries count, or in other periods.</summary>
    public static bool IsChangedBy(BudgetRevised e) =>
        e.Was.Period != e.Now.Period || e.Was.Every != e.Now.Every || e.Was.StartsOn != e.Now.StartsOn || e.Was.EndsOn != e.Now.EndsOn
        || !e.Was.CategoryIds.SequenceEqual(e.Now.CategoryIds) || !e.Was.AccountIds.SequenceEqual(e.Now.AccountIds);
}
