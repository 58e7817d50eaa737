using MyBudget.Domain;
using MyBudget.Domain.Budgets;
using MyBudget.Features.Transactions.Contracts;
using MyBudget.Infrastructure.EventStore;

namespace MyBudget.Features.Budgets.Spending;

/// <summary>Adds what a write changed to the budgets it counts in: one statement, however many entries the write has.</summary>
internal static class SpendingDeltas
{
    private const string Add =
        $"""
        insert into {BudgetSpendingProjection.Table} (ledger_id, budget_id, period_start, currency, spent)
        select $1, delta.budget_id, delta.period_start, delta.currency, delta.spent
        from unnest($2, $3, $4, $5) as delta (budget_id, period_start, currency, spent)
        on conflict (ledger_id, budget_id, period_start, currency)
        do update set spent = {BudgetSpendingProjection.Table}.spent + excluded.spent
        """;

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
                var spent = new Money(spending.Spent, spending.Currency);
                var sum = deltas.GetValueOrDefault(key, Money.Zero(spending.Currency));
                deltas[key] = isTaken ? sum - spent : sum + spent;
            }
        }

        List<((Guid BudgetId, DateOnly PeriodStart, Currency Currency) Key, long Spent)> moved =
            [.. deltas.Where(delta => delta.Value.Minor != 0).Select(delta => (delta.Key, delta.Value.Minor))];
        if (moved.Count == 0) return;

        commit.Batch.Add(
            Add, commit.LedgerId,
            moved.Select(delta => delta.Key.BudgetId).ToArray(), moved.Select(delta => delta.Key.PeriodStart).ToArray(),
            moved.Select(delta => delta.Key.Currency.Code).ToArray(), moved.Select(delta => delta.Spent).ToArray());
    }
}
