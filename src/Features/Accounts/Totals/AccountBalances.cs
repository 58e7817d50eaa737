namespace MyBudget.Features.Accounts.Totals;

/// <summary>Each account's balance and cleared balance: the opening balance and the sum of its entries, transfers from both sides.</summary>
internal sealed class AccountBalances : ILedgerProjection
{
    public IReadOnlyList<string> Tables => [AccountsTables.Balances];

    public Task ApplyAsync(LedgerCommit commit, CancellationToken cancellationToken)
    {
        var deltas = new SortedDictionary<Guid, (long Balance, long Cleared)>();
        foreach (var (streamId, data) in commit.Events)
        {
            switch (data)
            {
                case AccountOpened opened:
                    Count(streamId, opened.Details.OpeningBalance, isCleared: true);
                    break;
                case AccountRevised revised:
                    Count(streamId, checked(revised.Now.OpeningBalance - revised.Was.OpeningBalance), isCleared: true);
                    break;
                default:
                    if (EntryChange.Of(data) is not { } change) break;
                    CountEntry(change.Was, sign: -1);
                    CountEntry(change.Now, sign: 1);
                    break;
            }
        }

        Guid[] gone = [.. commit.Events.Where(e => e.Data is AccountDeleted).Select(e => e.StreamId)];
        var moved = deltas.Where(delta => delta.Value != default || IsNew(commit, delta.Key)).ToList();
        if (moved.Count > 0) Move(commit, moved);
        if (gone.Length > 0) commit.Batch.Add($"delete from {AccountsTables.Balances:raw} where ledger_id = {commit.LedgerId} and account_id = any({gone})");
        return Task.CompletedTask;

        void CountEntry(Entry? entry, long sign)
        {
            if (entry is null) return;
            var isCleared = entry.Status is not EntryStatus.Pending;
            Count(entry.AccountId, sign * entry.Amount, isCleared);
            if (entry.Transfer is { } transfer) Count(transfer.AccountId, sign * transfer.Amount, isCleared);
        }

        void Count(Guid account, long amount, bool isCleared)
        {
            var known = deltas.GetValueOrDefault(account);
            deltas[account] = checked((known.Balance + amount, isCleared ? known.Cleared + amount : known.Cleared));
        }
    }

    private static void Move(LedgerCommit commit, IReadOnlyList<KeyValuePair<Guid, (long Balance, long Cleared)>> moved)
    {
        Guid[] accounts = [.. moved.Select(delta => delta.Key)];
        long[] balances = [.. moved.Select(delta => delta.Value.Balance)];
        long[] cleared = [.. moved.Select(delta => delta.Value.Cleared)];
        commit.Batch.Add(
            $"""
             insert into {AccountsTables.Balances:raw} as known (ledger_id, account_id, balance, cleared, revision)
             select {commit.LedgerId}, delta.account_id, delta.balance, delta.cleared, {commit.Revision}
             from unnest({accounts}, {balances}, {cleared}) as delta (account_id, balance, cleared)
             on conflict (ledger_id, account_id) do update set
               balance = known.balance + excluded.balance, cleared = known.cleared + excluded.cleared, revision = excluded.revision
             """);
        foreach (var account in accounts) commit.MarkChanged(AccountsModule.Kind, account);
    }

    private static bool IsNew(LedgerCommit commit, Guid account) =>
        commit.Events.Any(e => e.StreamId == account && e.Data is AccountOpened);
}
