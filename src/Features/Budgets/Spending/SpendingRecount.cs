using MyBudget.Domain;
using MyBudget.Features.Accounts.Contracts;
using MyBudget.Features.Transactions.Contracts;
using MyBudget.Infrastructure.EventStore;
using Npgsql;

namespace MyBudget.Features.Budgets.Spending;

/// <summary>
/// Computes what budgets spent from the day totals as the write leaves them: the statements run after those that bring the totals up to
/// date.
/// </summary>
internal static class SpendingRecount
{
    private const string Named = "d.category_id = any($9)";

    // Money that came in without a category is not a refund; see BudgetScope.
    private const string AllButIncome = "d.category_id <> all($9)";

    private const string Extent = $"select min(date), max(date) from {DayTotals.Table} where ledger_id = $1";

    /// <summary>A period is found by bisection of their starts, so that the length of a schedule hardly matters.</summary>
    private static string Insert(string categories) =>
        $"""
        insert into {BudgetSpendingProjection.Table} (ledger_id, budget_id, period_start, currency, spent)
        select d.ledger_id, p.budget_id, p.starts[width_bucket(d.date, p.starts)], a.currency,
          sum(case when d.category_id = any(p.spending_categories) then - d.inflow - d.outflow else - d.outflow end)::bigint
        from (select $1::uuid as budget_id, $2::date[] as starts, $3::uuid[] as spending_categories) p
        cross join {DayTotals.Table} d
        join unnest($4, $5) as a (account_id, currency) on a.account_id = d.account_id
        where d.ledger_id = $6 and d.date between $7 and $8 and {categories}
        group by 1, 2, 3, 4
        """;

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
            var isNamed = rule.Scope.CategoryIds.Count > 0;
            Guid[] named = [.. rule.Scope.CategoryIds];
            var chosen = rule.Scope.AccountIds;
            List<AccountFacts> accounts =
                [.. reference.Accounts.Values.Where(account => chosen.Count == 0 ? account.OnBudget : chosen.Contains(account.Id))];

            commit.Batch.Add(
                Insert(isNamed ? Named : AllButIncome), rule.BudgetId, starts, isNamed ? named : expenses,
                accounts.Select(account => account.Id).ToArray(), accounts.Select(account => account.Currency.Code).ToArray(),
                commit.LedgerId, from, to, isNamed ? named : incomes);
        }
    }

    /// <summary>The days that have totals, those of the write under way included.</summary>
    private static async Task<(DateOnly First, DateOnly Last)?> ExtentAsync(
        LedgerCommit commit, IReadOnlyList<EntryChange> changes, CancellationToken cancellationToken)
    {
        List<DateOnly> days = [.. changes.Where(change => change.Now is not null).Select(change => change.Now!.Date)];
        await using var command = new NpgsqlCommand(Extent);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = commit.LedgerId });
        await using var reader = await commit.Session.ExecuteReaderAsync(command, cancellationToken);
        if (await reader.ReadAsync(cancellationToken) && !await reader.IsDBNullAsync(0, cancellationToken))
        {
            days.Add(await reader.GetFieldValueAsync<DateOnly>(0, cancellationToken));
            days.Add(await reader.GetFieldValueAsync<DateOnly>(1, cancellationToken));
        }

        return days.Count == 0 ? null : (days.Min(), days.Max());
    }
}
