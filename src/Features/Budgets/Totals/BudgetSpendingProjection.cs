namespace MyBudget.Features.Budgets.Totals;

/// <summary>
/// What each budget spent in each of its periods, per currency of the accounts, so that carrying over years costs one short read.
/// Entries are added as deltas; a budget whose rule changes is computed anew from the day totals.
/// </summary>
internal sealed class BudgetSpendingProjection(LedgerReference reference) : ILedgerProjection
{
    public IReadOnlyList<string> Tables => [BudgetsTables.Spending];

    public IReadOnlyList<string> Reads => [DayTotals.Table];

    public async Task ApplyAsync(LedgerCommit commit, CancellationToken cancellationToken)
    {
        var changes = commit.Events.Select(e => EntryChange.Of(e.Data)).OfType<EntryChange>();
        if (!changes.Any() && !commit.Events.Any(ChangesRules)) return;

        var before = await reference.GetAsync(
            commit.LedgerId, commit.Head, ct => SpendingReference.LoadAsync(commit.Session, ct), cancellationToken);
        var after = before.After(commit.Events);

        var stale = Stale(commit.Events, after);
        if (stale.Count > 0)
        {
            Guid[] gone = [.. stale];
            commit.Batch.Add($"delete from {BudgetsTables.Spending:raw} where ledger_id = {commit.LedgerId} and budget_id = any({gone})");
            List<SpendingRule> rules = [.. stale.Where(after.Budgets.ContainsKey).Select(id => after.Budgets[id])];
            if (rules.Count > 0) await SpendingRecount.QueueAsync(commit, rules, after, [.. changes], cancellationToken);
        }

        SpendingDeltas.Queue(commit, [.. after.Budgets.Values.Where(rule => !stale.Contains(rule.BudgetId))], after);
    }

    private static bool ChangesRules(LedgerEvent e) => e.Data switch
    {
        BudgetCreated or BudgetDeleted or AccountDeleted => true,
        BudgetRevised revised => SpendingRule.IsChangedBy(revised),
        AccountRevised revised => revised.Was.OnBudget != revised.Now.OnBudget,
        _ => false,
    };

    private static bool IsOfGone(SpendingRule rule, LedgerEvent e) => e.Data is AccountDeleted && rule.Scope.AccountIds.Contains(e.StreamId);

    /// <summary>The budgets whose rows no longer follow from their entries by deltas, those that are gone included.</summary>
    private static HashSet<Guid> Stale(IReadOnlyList<LedgerEvent> events, SpendingReference after)
    {
        var stale = new HashSet<Guid>();
        foreach (var e in events.Where(ChangesRules))
        {
            if (e.Data is not (AccountRevised or AccountDeleted)) stale.Add(e.StreamId);
            else stale.UnionWith(after.Budgets.Values.Where(rule => rule.Scope.AccountIds.Count == 0 || IsOfGone(rule, e)).Select(rule => rule.BudgetId));
        }

        return stale;
    }
}
