namespace MyBudget.Features.Accounts.Totals;

/// <summary>
/// Of each account what all its entries of any day moved, transfers from both sides, upon the opening balance; and <see cref="AccountDays"/>,
/// by which that becomes the balance of a day.
/// </summary>
internal sealed class AccountBalances : ILedgerProjection
{
    public IReadOnlyList<string> Tables => [AccountsTables.Balances, AccountDays.Table];

    IReadOnlyDictionary<string, Func<Sql>> ILedgerProjection.Recounts { get; } =
        new Dictionary<string, Func<Sql>> { [AccountDays.Table] = () => $"{AccountDays.Recount:raw}" };

    public Task ApplyAsync(LedgerCommit commit, CancellationToken cancellationToken)
    {
        var days = DayDeltas.Of(commit.Events);
        Move(commit, AccountDeltas(commit, days));
        Guid[] gone = [.. commit.Events.Where(e => e.Data is AccountDeleted).Select(e => e.StreamId)];
        if (gone.Length > 0) commit.Batch.Add($"delete from {AccountsTables.Balances:raw} where ledger_id = {commit.LedgerId} and account_id = any({gone})");
        if (commit.Head.IsCounted) days.Queue(commit);
        else RecountDays(commit);
        MarkReconciled(commit);
        return Task.CompletedTask;
    }

    /// <summary>
    /// Each account that changes: one too whose sum stays while its days do not, since entries were moved from before its opening day to after it.
    /// </summary>
    private static SortedDictionary<Guid, (long Balance, long Cleared)> AccountDeltas(LedgerCommit commit, DayDeltas days)
    {
        var deltas = new SortedDictionary<Guid, (long Balance, long Cleared)>();
        foreach (var (account, moved, cleared) in days.Sums) Count(account, moved, cleared);
        foreach (var (streamId, data) in commit.Events)
        {
            switch (data)
            {
                case AccountOpened opened:
                    Count(streamId, opened.Details.OpeningBalance, opened.Details.OpeningBalance);
                    break;
                // Nothing is moved, but clients see the last of them on the account.
                case AccountReconciled reconciled:
                    Count(reconciled.AccountId, 0, 0);
                    break;
                case ReconciliationUndone undone:
                    Count(undone.AccountId, 0, 0);
                    break;
                case AccountRevised revised:
                    var moved = checked(revised.Now.OpeningBalance - revised.Was.OpeningBalance);
                    if (moved != 0) Count(streamId, moved, moved);
                    break;
            }
        }

        return deltas;

        void Count(Guid account, long amount, long cleared)
        {
            var known = deltas.GetValueOrDefault(account);
            deltas[account] = checked((known.Balance + amount, known.Cleared + cleared));
        }
    }

    /// <summary>Balances follow from the entries, for clients too; with which statement an account agreed last is part of it.</summary>
    private static void MarkReconciled(LedgerCommit commit)
    {
        foreach (var (_, data) in commit.Events)
        {
            if (data is AccountReconciled reconciled) commit.MarkChanged(AccountsModule.Kind, reconciled.AccountId);
            else if (data is ReconciliationUndone undone) commit.MarkChanged(AccountsModule.Kind, undone.AccountId);
        }
    }

    private static void Move(LedgerCommit commit, SortedDictionary<Guid, (long Balance, long Cleared)> moved)
    {
        if (moved.Count == 0) return;
        Guid[] accounts = [.. moved.Keys];
        long[] balances = [.. moved.Values.Select(delta => delta.Balance)];
        long[] cleared = [.. moved.Values.Select(delta => delta.Cleared)];
        commit.Batch.Add(
            $"""
             insert into {AccountsTables.Balances:raw} as known (ledger_id, account_id, balance, cleared, revision)
             select {commit.LedgerId}, delta.account_id, delta.balance, delta.cleared, {commit.Revision}
             from unnest({accounts}, {balances}, {cleared}) as delta (account_id, balance, cleared)
             on conflict (ledger_id, account_id) do update set
               balance = known.balance + excluded.balance, cleared = known.cleared + excluded.cleared, revision = excluded.revision
             """);
    }

    /// <summary>A former release wrote without keeping them. Clients fetch every account anew by its tag, as it reckoned balances otherwise.</summary>
    private static void RecountDays(LedgerCommit commit)
    {
        var ledger = commit.LedgerId;
        commit.Batch.Add($"update {AccountsTables.Balances:raw} set revision = {commit.Revision} where ledger_id = {ledger}");
        commit.Batch.Add($"delete from {AccountDays.Table:raw} where ledger_id = {ledger}");
        commit.Batch.Add(
            $"""
             insert into {AccountDays.Table:raw} (ledger_id, account_id, is_month, date, moved, cleared, entries)
             select {ledger}, account_id, is_month, date, moved, cleared, entries
             from ({AccountDays.Recount:raw}) day where tenant_id = {LedgerScope.TenantOf(ledger)}
             """);
    }
}
