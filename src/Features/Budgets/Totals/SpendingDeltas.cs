namespace MyBudget.Features.Budgets.Totals;

/// <summary>Adds what a write changed to the budgets it counts in: one statement, however many entries the write has.</summary>
internal static class SpendingDeltas
{
    public static void Queue(LedgerCommit commit, IReadOnlyList<SpendingRule> rules, SpendingReference reference)
    {
        if (rules.Count == 0) return;
        var deltas = new Dictionary<(Guid BudgetId, DateOnly PeriodStart, Currency Currency), Money>();
        foreach (var (line, sign) in reference.LinesOf(commit.Events.SelectMany(e => EntryChange.LinesOf(e.Data))))
        {
            foreach (var rule in rules)
            {
                if (rule.Scope.SpendingOf(line, rule.Schedule) is not { } spending) continue;
                var key = (rule.BudgetId, spending.PeriodStart, spending.Currency);
                var moved = new Money(sign * spending.Spent, spending.Currency);
                deltas[key] = deltas.TryGetValue(key, out var sum) ? sum + moved : moved;
            }
        }

        var changed = deltas.Where(delta => delta.Value.Minor != 0).ToList();
        if (changed.Count == 0) return;

        Guid[] budgets = [.. changed.Select(delta => delta.Key.BudgetId)];
        DateOnly[] starts = [.. changed.Select(delta => delta.Key.PeriodStart)];
        string[] currencies = [.. changed.Select(delta => delta.Key.Currency.Code)];
        long[] spent = [.. changed.Select(delta => delta.Value.Minor)];
        commit.Batch.Add(
            $"""
             insert into {BudgetsTables.Spending:raw} as known (ledger_id, budget_id, period_start, currency, spent)
             select {commit.LedgerId}, delta.budget_id, delta.period_start, delta.currency, delta.spent
             from unnest({budgets}, {starts}, {currencies}, {spent}) as delta (budget_id, period_start, currency, spent)
             on conflict (ledger_id, budget_id, period_start, currency) do update set spent = known.spent + excluded.spent
             """);
    }
}
