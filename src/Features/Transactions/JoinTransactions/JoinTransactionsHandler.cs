namespace MyBudget.Features.Transactions.JoinTransactions;

internal sealed record JoinTransactions(Guid Id, Guid? With, JoinedAs? As, IfMatch IfMatch) : ICommand<Transaction?>;

internal sealed class JoinTransactionsHandler(LedgerWriter ledger) : IRequestHandler<JoinTransactions, Transaction?>
{
    public Task<Transaction?> Handle(JoinTransactions command, CancellationToken cancellationToken) => ledger.WriteAsync(async write =>
    {
        if (await write.FindAsync<Transaction>(command.Id) is not { DeletedAt: null } transaction) return null;
        if (transaction.Joined?.Contains(command.With!.Value) is true) return transaction;
        command.IfMatch.Ensure(transaction.Version);
        return await Joining.JoinAsync(write, transaction, command.With!.Value, command.As!.Value, await LedgerFacts.InAsync(write), write.By, write.Now);
    }, cancellationToken);
}
