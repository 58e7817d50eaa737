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
        if (!await session.Query<Budget>().AnyAsync(cancellationToken)) return touched;

        var reference = await SpendingReference.LoadAsync(session, cancellationToken);
        var changed = events.Where(e => e.Data is BudgetCreated or BudgetRevised).Select(e => e.StreamId).ToHashSet();
        HashSet<BudgetLine> lines = [.. reference.LinesOf(events.SelectMany(e => EntryChange.LinesOf(e.Data))).Select(moved => moved.Line)];
        var all = events.Any(ChangesRules);
        foreach (var (id, rule) in reference.Budgets)
        {
            HashSet<DateOnly> days = [.. lines.Where(rule.Scope.Counts).Select(line => line.Date)];
            if (all || days.Count > 0 || changed.Contains(id)) touched[id] = days;
        }

        return touched;
    }

    /// <summary>Where an account counts again or no longer, so do all its entries.</summary>
    private static bool ChangesRules(CommittedEvent e) => e.Data is AccountRevised revised && revised.Was.OnBudget != revised.Now.OnBudget;
}
