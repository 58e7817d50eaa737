namespace MyBudget.Features.Transactions.RestoreTransaction;

internal sealed record RestoreTransaction(Guid Id, IfMatch IfMatch) : ICommand<Transaction?>;

internal sealed class RestoreTransactionHandler(LedgerWriter ledger) : IRequestHandler<RestoreTransaction, Transaction?>
{
    public Task<Transaction?> Handle(RestoreTransaction command, CancellationToken cancellationToken) => ledger.WriteAsync(async write =>
    {
        if (await write.FindAsync<Transaction>(command.Id) is not { } transaction) return null;
        command.IfMatch.Ensure(transaction.Version);
        if (transaction.DeletedAt is null) return transaction;
        if (transaction.JoinedInto is { } into)
        {
            throw RuleViolation.Conflict(
                "transactions.joined", "It is part of another transaction: part the two.", new Dictionary<string, object?> { ["transactionId"] = into });
        }

        var facts = await LedgerFacts.InAsync(write);
        var entry = await write.WithCategoriesOfTodayAsync(transaction.ToEntry(), facts);
        return write.Append(transaction, Decide(entry, facts, write.By, write.Now));
    }, cancellationToken);

    internal static TransactionRestored Decide(Entry entry, LedgerFacts facts, Guid by, DateTimeOffset now) =>
        new(facts.EnsureRecordable(entry), by, now);
}
