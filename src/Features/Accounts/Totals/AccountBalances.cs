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
                    Count(streamId, opened.Details.OpeningBalance, opened.Details.OpeningBalance);
                    break;
                case AccountRevised revised:
                    var moved = checked(revised.Now.OpeningBalance - revised.Was.OpeningBalance);
                    Count(streamId, moved, moved);
                    break;
                default:
                    foreach (var (side, sign) in EntryChange.SidesOf(data)) Count(side.AccountId, sign * side.Amount, sign * side.Cleared);
                    break;
            }
        }

        Guid[] gone = [.. commit.Events.Where(e => e.Data is AccountDeleted).Select(e => e.StreamId)];
        var changed = deltas.Where(delta => delta.Value != default || IsNew(commit, delta.Key)).ToList();
        if (changed.Count > 0) Move(commit, changed);
        if (gone.Length > 0) commit.Batch.Add($"delete from {AccountsTables.Balances:raw} where ledger_id = {commit.LedgerId} and account_id = any({gone})");
        return Task.CompletedTask;

        void Count(Guid account, long amount, long cleared)
        {
            var known = deltas.GetValueOrDefault(account);
            deltas[account] = checked((known.Balance + amount, known.Cleared + cleared));
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
