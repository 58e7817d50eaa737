namespace MyBudget.Features.Transactions.PartTransactions;

internal sealed record PartTransactions(Guid Id, IfMatch IfMatch) : ICommand<Transaction?>;

internal sealed class PartTransactionsHandler(LedgerWriter ledger) : IRequestHandler<PartTransactions, Transaction?>
{
    public Task<Transaction?> Handle(PartTransactions command, CancellationToken cancellationToken) => ledger.WriteAsync(async write =>
    {
        if (await write.FindAsync<Transaction>(command.Id) is not { DeletedAt: null } transaction) return null;
        if (await Parting.JoinedAsync(write, transaction) is not [.., var joined]) return transaction;
        command.IfMatch.Ensure(transaction.Version);
        return await Parting.PartAsync(write, transaction, joined, await LedgerFacts.InAsync(write), write.By, write.Now);
    }, cancellationToken);
}
