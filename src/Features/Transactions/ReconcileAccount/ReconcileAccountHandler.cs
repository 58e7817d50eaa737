namespace MyBudget.Features.Transactions.ReconcileAccount;

internal sealed record ReconcileAccount(Guid AccountId, DateOnly? On, long? Balance) : ICommand<Reconciliation?>;

/// <param name="ClearedBalance">Of the account up to the statement's day.</param>
/// <param name="Difference">The statement's balance less the cleared balance; 0 when they agree.</param>
/// <param name="Reconciled">How many entries became reconciled; none unless they agree.</param>
/// <param name="Pending">How many entries up to that day the bank has not confirmed: where to look for a difference.</param>
public sealed record Reconciliation(long ClearedBalance, long Difference, int Reconciled, int Pending);

internal sealed class ReconcileAccountHandler(LedgerWriter ledger) : IRequestHandler<ReconcileAccount, Reconciliation?>
{
    public Task<Reconciliation?> Handle(ReconcileAccount command, CancellationToken cancellationToken) => ledger.WriteAsync(async write =>
    {
        if (!(await LedgerFacts.InAsync(write)).Accounts.TryGetValue(command.AccountId, out var account)) return null;

        EnsureIssued(command.On!.Value, write.Now);
        var statement = await AccountStatement.ReadAsync(write, account, command.On!.Value);
        var difference = checked(command.Balance!.Value - statement.ClearedBalance);
        var agreed = difference == 0 ? statement.Cleared : [];
        foreach (var transaction in agreed) write.Append(transaction, Decide(transaction, command.On!.Value, write.By, write.Now));
        return new Reconciliation(statement.ClearedBalance, difference, agreed.Count, statement.Pending);
    }, cancellationToken);

    /// <summary>Somewhere it is tomorrow already; nowhere it is later.</summary>
    private static void EnsureIssued(DateOnly on, DateTimeOffset now)
    {
        if (on > DateOnly.FromDateTime(now.UtcDateTime).AddDays(1))
            throw new RuleViolation("transactions.statement-not-issued", "A statement of that day cannot be there yet.");
    }

    internal static TransactionRevised Decide(Transaction transaction, DateOnly on, Guid by, DateTimeOffset now)
    {
        var was = transaction.ToEntry();
        return new TransactionRevised(was, was with { Status = EntryStatus.Reconciled }, by, now, on);
    }
}
