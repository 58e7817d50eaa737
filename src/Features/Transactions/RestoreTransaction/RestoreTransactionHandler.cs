using Marten;
using MediatR;
using MyBudget.Features.Transactions.Contracts;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.UseCases;

namespace MyBudget.Features.Transactions.RestoreTransaction;

internal sealed record RestoreTransaction(Guid Id, IfMatch IfMatch) : ICommand<Transaction?>;

internal sealed class RestoreTransactionHandler(IDocumentSession session, LedgerScope scope, LedgerReference reference, TimeProvider time)
    : IRequestHandler<RestoreTransaction, Transaction?>
{
    public async Task<Transaction?> Handle(RestoreTransaction command, CancellationToken cancellationToken)
    {
        var head = await session.TakeRevisionAsync(cancellationToken);
        var stream = await session.Events.FetchForWriting<Transaction>(command.Id, cancellationToken);
        if (stream.Aggregate is not { } transaction) return null;
        command.IfMatch.Ensure(transaction.Version);
        if (transaction.DeletedAt is null) return transaction;

        var facts = await LedgerFacts.AtAsync(head, scope, session, reference, cancellationToken);
        var entry = facts.EnsureRecordable(await session.WithCategoriesOfTodayAsync(transaction.ToEntry(), facts, cancellationToken));
        var restored = new TransactionRestored(entry, scope.UserId, time.GetUtcNow());
        stream.AppendOne(restored);
        await session.SaveChangesAsync(cancellationToken);
        return transaction.Apply(restored);
    }
}
