using MyBudget.Features.Transactions.Contracts;
using MyBudget.Infrastructure.EventStore;

namespace MyBudget.Features.Transactions.Totals;

/// <summary>Keeps <see cref="DayTotals"/>.</summary>
internal sealed class DayTotalsProjection : ILedgerProjection
{
    private const string Add =
        $"""
        insert into {DayTotals.Table} (ledger_id, date, account_id, category_id, inflow, outflow, entries)
        select $1, delta.* from unnest($2, $3, $4, $5, $6, $7) as delta (date, account_id, category_id, inflow, outflow, entries)
        on conflict (ledger_id, date, account_id, category_id) do update set
          inflow = {DayTotals.Table}.inflow + excluded.inflow, outflow = {DayTotals.Table}.outflow + excluded.outflow,
          entries = {DayTotals.Table}.entries + excluded.entries
        """;

    public IReadOnlyList<string> Tables => [DayTotals.Table];

    public Task ApplyAsync(LedgerCommit commit, CancellationToken cancellationToken)
    {
        var deltas = new Dictionary<(DateOnly Date, Guid AccountId, Guid CategoryId), (long Inflow, long Outflow, int Entries)>();
        foreach (var e in commit.Events)
        {
            if (EntryChange.Of(e.Data) is not { } change) continue;
            foreach (var line in EntryLine.Of(change.Was)) Count(line, -1);
            foreach (var line in EntryLine.Of(change.Now)) Count(line, 1);
        }

        var moved = deltas.Where(delta => delta.Value != default).ToList();
        if (moved.Count > 0)
            commit.Batch.Add(
                Add, commit.LedgerId,
                moved.Select(delta => delta.Key.Date).ToArray(),
                moved.Select(delta => delta.Key.AccountId).ToArray(),
                moved.Select(delta => delta.Key.CategoryId).ToArray(),
                moved.Select(delta => delta.Value.Inflow).ToArray(),
                moved.Select(delta => delta.Value.Outflow).ToArray(),
                moved.Select(delta => delta.Value.Entries).ToArray());
        return Task.CompletedTask;

        void Count(EntryLine line, int sign)
        {
            var key = (line.Date, line.AccountId, line.CategoryId ?? Guid.Empty);
            var (inflow, outflow, entries) = deltas.GetValueOrDefault(key);
            deltas[key] = line.Amount > 0
                ? (checked(inflow + sign * line.Amount), outflow, entries + sign)
                : (inflow, checked(outflow + sign * line.Amount), entries + sign);
        }
    }
}
