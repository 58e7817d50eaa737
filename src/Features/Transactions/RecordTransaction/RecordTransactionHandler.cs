using Marten;
using MediatR;
using MyBudget.Features.Transactions.Contracts;
using MyBudget.Infrastructure.Messaging;
using MyBudget.Infrastructure.Persistence;

namespace MyBudget.Features.Transactions.RecordTransaction;

internal sealed record RecordTransaction(NewTransaction Details) : ICommand<Transaction>;

internal sealed class RecordTransactionHandler(IDocumentSession session, LedgerScope scope, LedgerReference reference, TimeProvider time)
    : IRequestHandler<RecordTransaction, Transaction>
{
    public async Task<Transaction> Handle(RecordTransaction command, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var id = command.Details.Id ?? Guid.CreateVersion7(now);

        var head = await session.TakeRevisionAsync(cancellationToken);
        var facts = await LedgerFacts.AtAsync(head, scope, session, reference, cancellationToken);
        var entry = command.Details.ToEntry(facts);
        if (await session.IsRepeatOfAsync<TransactionRecorded>(command.Details.Id, first => first.Entry == entry, cancellationToken))
            return (await session.LoadAsync<Transaction>(id, cancellationToken))!;

        var recorded = new TransactionRecorded(facts.DemandRecordable(entry), null, scope.UserId, now);
        session.Events.StartStream<Transaction>(id, recorded);
        await session.SaveChangesAsync(cancellationToken);
        return Transaction.Create(id, recorded);
    }
}
