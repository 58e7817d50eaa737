namespace MyBudget.Features.Transactions.ReviseTransaction;

/// <summary>
/// Who changes the note of a reconciled entry takes its lock off and puts it back. Where it then says what the statement said, it is still
/// that statement that it agrees with.
/// </summary>
internal static class LockedAgain
{
    public static async Task<IReadOnlyList<TransactionRevised>> WithStatementsAsync(LedgerWrite write, Transaction transaction, TransactionRevised revised)
    {
        var locked = ReconciledIn(revised.Now).Except(ReconciledIn(revised.Was)).ToList();
        if (locked.Count == 0) return [revised];

        var states = await StatesAsync(write, transaction.Id);
        var found = new List<ReconciledSide>();
        foreach (var account in locked)
        {
            if (StatementBefore(states, revised.Now, account) is { } on && await StandsAsync(write, account, on)) found.Add(new ReconciledSide(account, on));
        }

        return found.Count == 0 ? [revised] : [.. Steps(revised, found)];
    }

    /// <summary>The statement that the account's sides were reconciled with last, if they are as it said and the bank has had them ever since.</summary>
    internal static DateOnly? StatementBefore(IReadOnlyList<Transaction> states, Entry now, Guid account)
    {
        foreach (var state in states.Reverse())
        {
            if (state.StatementOf(account) is { } on) return SidesIn(state, account).SequenceEqual(SidesIn(now, account)) ? on : null;
            if (EntrySide.Of(state).Any(side => side.AccountId == account && side.Status is EntryStatus.Pending)) return null;
        }

        return null;
    }

    /// <summary>An event tells of one account's statement.</summary>
    private static IEnumerable<TransactionRevised> Steps(TransactionRevised revised, List<ReconciledSide> statements)
    {
        var was = revised.Was;
        for (var step = 0; step < statements.Count; step++)
        {
            var later = statements.Skip(step + 1).Select(side => side.AccountId).ToHashSet();
            var now = revised.Now.WithStatuses((_, side) =>
                later.Contains(side.AccountId) && side.Status is EntryStatus.Reconciled ? EntryStatus.Cleared : side.Status);
            yield return revised with { Was = was, Now = now, StatementOn = statements[step].On, StatementOf = statements[step].AccountId };
            was = now;
        }
    }

    private static async Task<IReadOnlyList<Transaction>> StatesAsync(LedgerWrite write, Guid id)
    {
        var states = new List<Transaction>();
        foreach (var e in await write.Reading.Events.FetchStreamAsync(id, token: write.Cancellation))
        {
            if (Transaction.Fold(states.LastOrDefault(), id, e.Data) is { } state) states.Add(state);
        }

        return states;
    }

    private static async Task<bool> StandsAsync(LedgerWrite write, Guid account, DateOnly on) => (await write.Session.Sql(
        $"""
         select 1 from {TransactionsTables.Reconciliations:raw}
         where tenant_id = {LedgerScope.TenantOf(write.LedgerId)} and account_id = {account} and statement_on = {on} limit 1
         """)
        .ListAsync(row => row.GetInt32(0), write.Cancellation)).Count > 0;

    private static IEnumerable<Guid> ReconciledIn(Entry entry) =>
        EntrySide.Of(entry).Where(side => side.Status is EntryStatus.Reconciled).Select(side => side.AccountId).Distinct();

    private static List<(DateOnly, long)> SidesIn(Entry entry, Guid account) =>
        [.. EntrySide.Of(entry).Where(side => side.AccountId == account).Select(side => (side.Date, side.Amount)).Order()];
}
