namespace MyBudget.Features.Budgets.Reactions;

internal static class CategoriesOfBudgets
{
    /// <summary>Appends the change to every budget that names the category and that it changes.</summary>
    public static async Task ReviseCategoriesAsync(
        this LedgerWrite write, Guid categoryId, Func<IReadOnlyList<Guid>, IReadOnlyList<Guid>> change, Guid by, DateTimeOffset at)
    {
        foreach (var budget in (await write.AllAsync<Budget>()).Where(budget => budget.CategoryIds.Contains(categoryId)))
        {
            var was = budget.ToDetails();
            var now = was with { CategoryIds = change(was.CategoryIds) };
            if (now != was) write.Append(budget, new BudgetRevised(was, now, AmountFrom: null, by, at));
        }
    }
}
