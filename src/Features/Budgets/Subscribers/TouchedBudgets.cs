using MyBudget.Domain.Budgets;
using MyBudget.Features.Accounts.Contracts;
using MyBudget.Features.Budgets.Contracts;
using MyBudget.Features.Categories.Contracts;
using MyBudget.Features.Transactions.Contracts;
using MyBudget.Infrastructure.EventStore.Subscriptions;

namespace MyBudget.Features.Budgets.Subscribers;

/// <summary>Which budgets events may have moved, and on which days.</summary>
internal static class TouchedBudgets
{
    public static bool Touches(CommittedEvent e) =>
        e.Data is BudgetCreated or BudgetRevised or BudgetDeleted || ChangesRules(e) || EntryChange.Of(e.Data) is not null;

    /// <summary>The days by budget; a budget that was changed itself may have none.</summary>
    public static async Task<Dictionary<Guid, HashSet<DateOnly>>> FindAsync(
        IQuerySession session, IReadOnlyList<CommittedEvent> events, CancellationToken cancellationToken)
    {
        var touched = new Dictionary<Guid, HashSet<DateOnly>>();
        var budgets = await session.Query<Budget>().ToListAsync(cancellationToken);
        if (budgets.Count == 0) return touched;

        var changed = events.Where(e => e.Data is BudgetCreated or BudgetRevised).Select(e => e.StreamId).ToHashSet();
        var lines = await LinesAsync(session, events, cancellationToken);
        var all = events.Any(ChangesRules);
        foreach (var budget in budgets)
        {
            var scope = new BudgetScope(budget.CategoryIds.ToHashSet(), budget.AccountIds.ToHashSet());
            HashSet<DateOnly> days = [.. lines.Where(scope.Counts).Select(line => line.Date)];
            if (all || days.Count > 0 || changed.Contains(budget.Id)) touched[budget.Id] = days;
        }

        return touched;
    }

    /// <summary>Where an account counts again or no longer, so do all its entries.</summary>
    private static bool ChangesRules(CommittedEvent e) => e.Data is AccountRevised revised && revised.Was.OnBudget != revised.Now.OnBudget;

    private static async Task<IReadOnlyList<BudgetLine>> LinesAsync(
        IQuerySession session, IReadOnlyList<CommittedEvent> events, CancellationToken cancellationToken)
    {
        HashSet<EntryLine> lines =
            [.. events.Select(e => EntryChange.Of(e.Data)).OfType<EntryChange>().SelectMany(change => EntryLine.Of(change.Was).Concat(EntryLine.Of(change.Now)))];
        if (lines.Count == 0) return [];

        var accounts = (await session.FactsAsync<AccountFacts>(AccountsTables.Accounts, cancellationToken)).ToDictionary(account => account.Id);
        var categories = (await session.FactsAsync<CategoryFacts>(CategoriesTables.Categories, cancellationToken)).ToDictionary(category => category.Id, category => category.Kind);
        return [.. lines.Select(line => line.ToBudgetLine(accounts, categories))];
    }
}
