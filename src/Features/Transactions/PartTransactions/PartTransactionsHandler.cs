namespace MyBudget.Features.Transactions.PartTransactions;

internal sealed record PartTransactions(Guid Id, Guid WithId, IfMatch IfMatch) : ICommand<Transaction?>;

internal sealed class PartTransactionsHandler(LedgerWriter ledger) : IRequestHandler<PartTransactions, Transaction?>
{
    public Task<Transaction?> Handle(PartTransactions command, CancellationToken cancellationToken) => ledger.WriteAsync(async write =>
    {
        if (await write.FindAsync<Transaction>(command.Id) is not { DeletedAt: null } transaction) return null;
        // Named, so that a repeat after a lost answer does not part the joining before it as well.
        if (transaction.Joined?.Contains(command.WithId) is not true) return transaction;
        command.IfMatch.Ensure(transaction.Version);
        var joined = (await Parting.JoinedAsync(write, transaction))[^1];
        if (joined.With != command.WithId)
            throw RuleViolation.Conflict("transactions.joining-not-last", "Other entries were joined after that one; part those first.");
        return await Parting.PartAsync(write, transaction, joined, await LedgerFacts.InAsync(write), write.By, write.Now);
    }, cancellationToken);
}
