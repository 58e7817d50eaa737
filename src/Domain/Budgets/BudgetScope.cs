namespace MyBudget.Domain.Budgets;

/// <summary>Which lines count in a budget.</summary>
internal sealed record BudgetScope(IReadOnlySet<Guid> CategoryIds, IReadOnlySet<Guid> AccountIds)
{
    public bool Counts(BudgetLine line) => CountsAccount(line) && CountsCategory(line);

    /// <summary>What the line adds to which period; nothing if it does not count or lies outside the schedule.</summary>
    public BudgetSpending? SpendingOf(BudgetLine line, PeriodSchedule schedule) =>
        Counts(line) && schedule.PeriodContaining(line.Date) is { } period
            ? new BudgetSpending(period.Start, line.Currency, -line.Amount)
            : null;

    // An account that is named was chosen on purpose, so it counts even if it is off budget.
    private bool CountsAccount(BudgetLine line) =>
        AccountIds.Count == 0 ? line.AccountOnBudget : AccountIds.Contains(line.AccountId);

    // Both signs of an expense category count, a refund being one. Money that came in without a category is more
    // likely income than a refund, so it must not lower what was spent until somebody says what it was.
    private bool CountsCategory(BudgetLine line)
    {
        if (CategoryIds.Count > 0) return line.CategoryId is { } id && CategoryIds.Contains(id);
        return line.CategoryKind is { } kind ? kind is CategoryKind.Expense : line.Amount < 0;
    }
}
