using Marten;
using MediatR;
using MyBudget.Features.Transactions.Contracts;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.UseCases;

namespace MyBudget.Features.Transactions.DeleteTransaction;

internal sealed record DeleteTransaction(Guid Id, IfMatch IfMatch) : ICommand<bool>;

internal sealed class DeleteTransactionHandler(IDocumentSession session, LedgerScope scope, LedgerReference reference, TimeProvider time)
    : IRequestHandler<DeleteTransaction, bool>
{
    public async Task<bool> Handle(DeleteTransaction command, CancellationToken cancellationToken)
    {
        var head = await session.TakeRevisionAsync(cancellationToken);
        var stream = await session.Events.FetchForWriting<Transaction>(command.Id, cancellationToken);
        if (stream.Aggregate is not { DeletedAt: null } transaction) return false;
        command.IfMatch.Ensure(transaction.Version);

        var facts = await LedgerFacts.AtAsync(head, scope, session, reference, cancellationToken);
        facts.EnsureDeletable(transaction.ToEntry());
        stream.AppendOne(new TransactionDeleted(transaction.ToEntry(), scope.UserId, time.GetUtcNow()));
        await session.SaveChangesAsync(cancellationToken);
        return true;
    }
}
