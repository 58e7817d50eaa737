using MyBudget.Domain.Budgets;
using MyBudget.Features.Budgets.Contracts;
using MyBudget.Features.Transactions.Contracts;

namespace MyBudget.Features.Budgets.Totals;

/// <summary>Adds what a write changed to the budgets it counts in: one statement, however many entries the write has.</summary>
internal static class SpendingDeltas
{
    public static void Queue(
        LedgerCommit commit, IEnumerable<SpendingRule> rules, SpendingReference reference, IReadOnlyList<EntryChange> changes)
    {
        if (changes.Count == 0) return;

        List<(BudgetLine Line, bool IsTaken)> lines =
        [
            .. changes.SelectMany(change => EntryLine.Of(change.Was)).Select(line => (reference.LineOf(line), true)),
            .. changes.SelectMany(change => EntryLine.Of(change.Now)).Select(line => (reference.LineOf(line), false)),
        ];
        var deltas = new Dictionary<(Guid BudgetId, DateOnly PeriodStart, Currency Currency), Money>();
        foreach (var rule in rules)
        {
            foreach (var (line, isTaken) in lines)
            {
                if (rule.Scope.SpendingOf(line, rule.Schedule) is not { } spending) continue;
                var key = (rule.BudgetId, spending.PeriodStart, spending.Currency);
                var money = new Money(spending.Spent, spending.Currency);
                var sum = deltas.GetValueOrDefault(key, Money.Zero(spending.Currency));
                deltas[key] = isTaken ? sum - money : sum + money;
            }
        }

        List<((Guid BudgetId, DateOnly PeriodStart, Currency Currency) Key, long Spent)> moved =
            [.. deltas.Where(delta => delta.Value.Minor != 0).Select(delta => (delta.Key, delta.Value.Minor))];
        if (moved.Count == 0) return;

        Guid[] budgets = [.. moved.Select(delta => delta.Key.BudgetId)];
        DateOnly[] starts = [.. moved.Select(delta => delta.Key.PeriodStart)];
        string[] currencies = [.. moved.Select(delta => delta.Key.Currency.Code)];
        long[] spent = [.. moved.Select(delta => delta.Spent)];
        commit.Batch.Add(
            $"""
             insert into {BudgetsTables.Spending:raw} as known (ledger_id, budget_id, period_start, currency, spent)
             select {commit.LedgerId}, delta.budget_id, delta.period_start, delta.currency, delta.spent
             from unnest({budgets}, {starts}, {currencies}, {spent}) as delta (budget_id, period_start, currency, spent)
             on conflict (ledger_id, budget_id, period_start, currency) do update set spent = known.spent + excluded.spent
             """);
    }
}
