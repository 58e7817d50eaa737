namespace MyBudget.Features.Accounts.Totals;

/// <summary>What a write changes in <see cref="AccountDays"/>.</summary>
internal sealed class DayDeltas
{
    private readonly Dictionary<Key, Delta> _deltas = [];

    public static DayDeltas Of(IReadOnlyList<LedgerEvent> events)
    {
        var deltas = new DayDeltas();
        foreach (var (side, sign) in events.SelectMany(e => EntryChange.SidesOf(e.Data)))
        {
            deltas.Count(new Key(side.AccountId, IsMonth: false, side.Date), side, sign);
            deltas.Count(new Key(side.AccountId, IsMonth: true, new DateOnly(side.Date.Year, side.Date.Month, 1)), side, sign);
        }

        foreach (var (unchanged, _) in deltas._deltas.Where(delta => delta.Value == default).ToList()) deltas._deltas.Remove(unchanged);
        return deltas;
    }

    /// <summary>Of every account with a day that changes; they may come to nothing.</summary>
    public IEnumerable<(Guid AccountId, long Moved, long Cleared)> Sums => _deltas.Where(delta => !delta.Key.IsMonth).GroupBy(
        delta => delta.Key.AccountId,
        (account, days) => days.Aggregate(
            (account, 0L, 0L), (sum, day) => checked((account, sum.Item2 + day.Value.Moved, sum.Item3 + day.Value.Cleared))));

    public void Queue(LedgerCommit commit)
    {
        if (_deltas.Count == 0) return;
        Upsert(commit);
        List<Key> emptied = [.. _deltas.Where(delta => delta.Value.Entries < 0).Select(delta => delta.Key)];
        if (emptied.Count > 0) DeleteEmpty(commit, emptied);
    }

    private void Count(Key key, EntrySide side, int sign)
    {
        var known = _deltas.GetValueOrDefault(key);
        _deltas[key] = checked(new Delta(known.Moved + sign * side.Amount, known.Cleared + sign * side.Cleared, known.Entries + sign));
    }

    private void Upsert(LedgerCommit commit)
    {
        Guid[] accounts = [.. _deltas.Keys.Select(key => key.AccountId)];
        bool[] areMonths = [.. _deltas.Keys.Select(key => key.IsMonth)];
        DateOnly[] dates = [.. _deltas.Keys.Select(key => key.Date)];
        long[] moved = [.. _deltas.Values.Select(delta => delta.Moved)];
        long[] cleared = [.. _deltas.Values.Select(delta => delta.Cleared)];
        int[] entries = [.. _deltas.Values.Select(delta => delta.Entries)];
        commit.Batch.Add(
            $"""
             insert into {AccountDays.Table:raw} as known (ledger_id, account_id, is_month, date, moved, cleared, entries)
             select {commit.LedgerId}, delta.* from unnest({accounts}, {areMonths}, {dates}, {moved}, {cleared}, {entries})
               as delta (account_id, is_month, date, moved, cleared, entries)
             on conflict (ledger_id, account_id, is_month, date) do update set
               moved = known.moved + excluded.moved, cleared = known.cleared + excluded.cleared, entries = known.entries + excluded.entries
             """);
    }

    /// <summary>So that the rows are the same however their days came to have no entries.</summary>
    private static void DeleteEmpty(LedgerCommit commit, List<Key> emptied)
    {
        Guid[] accounts = [.. emptied.Select(key => key.AccountId)];
        bool[] areMonths = [.. emptied.Select(key => key.IsMonth)];
        DateOnly[] dates = [.. emptied.Select(key => key.Date)];
        commit.Batch.Add(
            $"""
             delete from {AccountDays.Table:raw} known using unnest({accounts}, {areMonths}, {dates}) as gone (account_id, is_month, date)
             where known.ledger_id = {commit.LedgerId} and known.account_id = gone.account_id and known.is_month = gone.is_month
               and known.date = gone.date and known.entries = 0
             """);
    }

    private readonly record struct Key(Guid AccountId, bool IsMonth, DateOnly Date);

    private readonly record struct Delta(long Moved, long Cleared, int Entries);
}
