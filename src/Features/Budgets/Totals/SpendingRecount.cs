namespace MyBudget.Features.Budgets.Totals;

/// <summary>
/// Computes what budgets spent from the day totals as the write leaves them: the statements run after those that bring the totals up to
/// date.
/// </summary>
internal static class SpendingRecount
{
    public static async Task QueueAsync(
        LedgerCommit commit, IReadOnlyList<SpendingRule> rules, SpendingReference reference, IReadOnlyList<EntryChange> changes,
        CancellationToken cancellationToken)
    {
        if (await ExtentAsync(commit, changes, cancellationToken) is not { } days) return;

        var (expenses, incomes) = (reference.CategoriesOf(CategoryKind.Expense), reference.CategoriesOf(CategoryKind.Income));
        foreach (var rule in rules)
        {
            var from = rule.Schedule.StartsOn > days.First ? rule.Schedule.StartsOn : days.First;
            var to = rule.Schedule.EndsOn < days.Last ? rule.Schedule.EndsOn.Value : days.Last;
            if (from > to) continue;

            var (first, last) = (rule.Schedule.PeriodAt(from)!.Value.Index, rule.Schedule.PeriodAt(to)!.Value.Index);
            DateOnly[] starts = [.. Enumerable.Range(first, last - first + 1).Select(index => rule.Schedule.At(index).Start)];
            var chosen = rule.Scope.AccountIds;
            List<AccountFacts> accounts =
                [.. reference.Accounts.Values.Where(account => chosen.Count == 0 ? account.OnBudget : chosen.Contains(account.Id))];

            Guid[] ids = [.. accounts.Select(account => account.Id)];
            string[] currencies = [.. accounts.Select(account => account.Currency.Code)];
            Guid[] named = [.. rule.Scope.CategoryIds];
            var spending = named.Length > 0 ? named : expenses;
            // The period of a day is found by bisection of the starts, so that the length of a schedule hardly matters.
            commit.Batch.Add(
                $"""
                 insert into {BudgetsTables.Spending:raw} (ledger_id, budget_id, period_start, currency, spent)
                 select d.ledger_id, p.budget_id, p.starts[width_bucket(d.date, p.starts)], a.currency,
                   sum(case when d.category_id = any(p.spending_categories) then - d.inflow - d.outflow else - d.outflow end)::bigint
                 from (select {rule.BudgetId} as budget_id, {starts} as starts, {spending} as spending_categories) p
                 cross join {DayTotals.Table:raw} d
                 join unnest({ids}, {currencies}) as a (account_id, currency) on a.account_id = d.account_id
                 where d.ledger_id = {commit.LedgerId} and d.date between {from} and {to} and {IsCounted(named, incomes)}
                 group by 1, 2, 3, 4
                 """);
        }
    }

    private static Sql IsCounted(Guid[] named, Guid[] incomes)
    {
        if (named.Length > 0) return $"d.category_id = any({named})";
        // Money that came in without a category is not a refund; see BudgetScope.
        return $"d.category_id <> all({incomes})";
    }

    /// <summary>The days that have totals, those of the write under way included.</summary>
    private static async Task<(DateOnly First, DateOnly Last)?> ExtentAsync(
        LedgerCommit commit, IReadOnlyList<EntryChange> changes, CancellationToken cancellationToken)
    {
        List<DateOnly> days = [.. changes.SelectMany(change => EntryLine.Of(change.Now)).Select(line => line.Date)];
        var stored = await commit.Session.Sql($"select min(date), max(date) from {DayTotals.Table:raw} where ledger_id = {commit.LedgerId}")
            .FirstOrDefaultAsync(
                row => row.IsDBNull(0) ? [] : new[] { row.GetFieldValue<DateOnly>(0), row.GetFieldValue<DateOnly>(1) }, cancellationToken);
        days.AddRange(stored!);
        return days.Count == 0 ? null : (days.Min(), days.Max());
    }
}
