namespace MyBudget.Features.Transactions.DeleteTransaction;

/// <summary>Answers whether there was such a transaction.</summary>
internal sealed record DeleteTransaction(Guid Id, IfMatch IfMatch) : ICommand<bool>;

internal sealed class DeleteTransactionHandler(LedgerWriter ledger) : IRequestHandler<DeleteTransaction, bool>
{
    public Task<bool> Handle(DeleteTransaction command, CancellationToken cancellationToken) => ledger.WriteAsync(async write =>
    {
        if (await write.FindAsync<Transaction>(command.Id) is not { DeletedAt: null } transaction) return false;
        command.IfMatch.Ensure(transaction.Version);
        write.Append(transaction, Decide(transaction, await LedgerFacts.InAsync(write), write.By, write.Now));
        return true;
    }, cancellationToken);

    internal static TransactionDeleted Decide(Transaction transaction, LedgerFacts facts, Guid by, DateTimeOffset now)
    {
        var entry = transaction.ToEntry();
        facts.EnsureDeletable(entry);
        return new TransactionDeleted(entry, by, now);
    }
}
