using Marten;
using MyBudget.Features.Budgets.Contracts;

namespace MyBudget.Features.Budgets.FollowCategories;

internal static class CategoriesOfBudgets
{
    /// <summary>Appends the change to every budget that names the category and that it changes.</summary>
    public static async Task ReviseCategoriesAsync(
        this IDocumentSession session, Guid categoryId, Func<IReadOnlyList<Guid>, IReadOnlyList<Guid>> change, Guid by, DateTimeOffset at,
        CancellationToken cancellationToken)
    {
        var budgets = await session.Query<Budget>().ToListAsync(cancellationToken);
        foreach (var budget in budgets.Where(budget => budget.CategoryIds.Contains(categoryId)))
        {
            var was = budget.ToDetails();
            var now = was with { CategoryIds = change(was.CategoryIds) };
            if (now == was) continue;

            var stream = await session.Events.FetchForWriting<Budget>(budget.Id, cancellationToken);
            stream.AppendOne(new BudgetRevised(was, now, AmountFrom: null, by, at));
        }
    }
}
