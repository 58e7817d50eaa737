namespace MyBudget.Features.Transactions.Totals;

/// <summary>Keeps <see cref="DayTotals"/>.</summary>
internal sealed class DayTotalsProjection : ILedgerProjection
{
    public IReadOnlyList<string> Tables => [DayTotals.Table];

    public Task ApplyAsync(LedgerCommit commit, CancellationToken cancellationToken)
    {
        var deltas = new Dictionary<(DateOnly Date, Guid AccountId, Guid CategoryId), (long Inflow, long Outflow, int Entries)>();
        foreach (var (line, sign) in commit.Events.SelectMany(e => EntryChange.LinesOf(e.Data)))
        {
            var key = (line.Date, line.AccountId, line.CategoryId ?? Guid.Empty);
            var (inflow, outflow, entries) = deltas.GetValueOrDefault(key);
            deltas[key] = line.Amount > 0
                ? (checked(inflow + sign * line.Amount), outflow, entries + sign)
                : (inflow, checked(outflow + sign * line.Amount), entries + sign);
        }

        var moved = deltas.Where(delta => delta.Value != default).ToList();
        if (moved.Count == 0) return Task.CompletedTask;

        DateOnly[] dates = [.. moved.Select(delta => delta.Key.Date)];
        Guid[] accounts = [.. moved.Select(delta => delta.Key.AccountId)];
        Guid[] categories = [.. moved.Select(delta => delta.Key.CategoryId)];
        long[] inflows = [.. moved.Select(delta => delta.Value.Inflow)];
        long[] outflows = [.. moved.Select(delta => delta.Value.Outflow)];
        int[] counts = [.. moved.Select(delta => delta.Value.Entries)];
        commit.Batch.Add(
            $"""
             insert into {DayTotals.Table:raw} as known (ledger_id, date, account_id, category_id, inflow, outflow, entries)
             select {commit.LedgerId}, delta.* from unnest({dates}, {accounts}, {categories}, {inflows}, {outflows}, {counts})
               as delta (date, account_id, category_id, inflow, outflow, entries)
             on conflict (ledger_id, date, account_id, category_id) do update set
               inflow = known.inflow + excluded.inflow, outflow = known.outflow + excluded.outflow, entries = known.entries + excluded.entries
             """);
        return Task.CompletedTask;
    }
}
