namespace MyBudget.Features.Transactions.ReconcileAccount;

internal sealed record ReconcileAccount(Guid AccountId, DateOnly? On, long? Balance) : ICommand<Reconciliation?>;

/// <param name="ClearedBalance">Of the account up to the statement's day.</param>
/// <param name="Difference">The statement's balance less the cleared balance; 0 when they agree.</param>
/// <param name="Reconciled">How many entries became reconciled; none unless they agree.</param>
/// <param name="Pending">How many entries up to that day the bank has not confirmed: where to look for a difference.</param>
/// <param name="Id">The reconciliation that was recorded, as they agree.</param>
public sealed record Reconciliation(long ClearedBalance, long Difference, int Reconciled, int Pending, Guid? Id);

internal sealed class ReconcileAccountHandler(LedgerWriter ledger) : IRequestHandler<ReconcileAccount, Reconciliation?>
{
    public Task<Reconciliation?> Handle(ReconcileAccount command, CancellationToken cancellationToken) => ledger.WriteAsync(async write =>
    {
        if (!(await LedgerFacts.InAsync(write)).Accounts.TryGetValue(command.AccountId, out var account)) return null;

        EnsureIssued(command.On!.Value, write.Now);
        var statement = await AccountStatement.ReadAsync(write, account, command.On!.Value);
        var difference = checked(command.Balance!.Value - statement.ClearedBalance);
        var agreed = difference == 0 ? statement.Cleared : [];
        foreach (var transaction in agreed) write.Append(transaction, Decide(transaction, account.Id, command.On!.Value, write.By, write.Now));
        Guid? id = difference == 0 ? await RecordAsync(write, account.Id, statement, command.On!.Value) : null;
        return new Reconciliation(statement.ClearedBalance, difference, agreed.Count, statement.Pending, id);
    }, cancellationToken);

    private static async Task<Guid> RecordAsync(LedgerWrite write, Guid account, AccountStatement statement, DateOnly on)
    {
        var last = await AccountReconciliation.LastAsync(write, account);
        if (DecideToRecord(last, account, statement, on, write.By, write.Now) is not { } reconciled) return last!.Id;
        var id = write.NewId();
        write.Start<AccountReconciliation>(id, reconciled);
        return id;
    }

    /// <returns>Null where the account agrees with the same statement again, and with no entry more than before.</returns>
    internal static AccountReconciled? DecideToRecord(
        AccountReconciliation? last, Guid account, AccountStatement statement, DateOnly on, Guid by, DateTimeOffset now)
    {
        var isRepeat = statement.Cleared.Count == 0 && last is not null && (last.On, last.Balance) == (on, statement.ClearedBalance);
        return isRepeat ? null : new AccountReconciled(
            account, on, statement.ClearedBalance, (last?.Number ?? 0) + 1, [.. statement.Cleared.Select(transaction => transaction.Id)], by, now);
    }

    /// <summary>Somewhere it is tomorrow already; nowhere it is later.</summary>
    private static void EnsureIssued(DateOnly on, DateTimeOffset now)
    {
        if (on > DateOnly.FromDateTime(now.UtcDateTime).AddDays(1))
            throw new RuleViolation("transactions.statement-not-issued", "A statement of that day cannot be there yet.");
    }

    /// <summary>What other accounts have of the entry stays what it is: their banks have not said so.</summary>
    internal static TransactionRevised Decide(Transaction transaction, Guid account, DateOnly on, Guid by, DateTimeOffset now)
    {
        var was = transaction.ToEntry();
        var agreed = was.WithStatuses((_, side) =>
            side.AccountId == account && side.Status is EntryStatus.Cleared && side.Date <= on ? EntryStatus.Reconciled : side.Status);
        return new TransactionRevised(was, agreed, by, now, on, account);
    }
}
