using Marten;
using MediatR;
using MyBudget.Features.Transactions.Contracts;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.UseCases;

namespace MyBudget.Features.Transactions.RecordTransaction;

internal sealed record RecordTransaction(NewTransaction Details) : ICommand<Transaction>;

internal sealed class RecordTransactionHandler(SharedCommits commits, LedgerScope scope, LedgerReference reference, TimeProvider time)
    : IRequestHandler<RecordTransaction, Transaction>
{
    public Task<Transaction> Handle(RecordTransaction command, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var id = command.Details.Id ?? Guid.CreateVersion7(now);
        return commits.CreateAsync(scope.LedgerId, id, DecideAsync, cancellationToken);

        async Task<Decision<Transaction>> DecideAsync(IDocumentSession session, LedgerHead head)
        {
            var facts = await LedgerFacts.AtAsync(head, scope, session, reference, CancellationToken.None);
            var entry = command.Details.ToEntry(facts);
            if (await session.IsRepeatOfAsync<TransactionRecorded>(command.Details.Id, first => first.Entry == entry, CancellationToken.None))
                return new((await session.LoadAsync<Transaction>(id, CancellationToken.None))!, null);

            var recorded = new TransactionRecorded(facts.EnsureRecordable(entry), null, scope.UserId, now);
            return new(Transaction.Create(id, recorded), session.Events.StartStream<Transaction>(id, recorded));
        }
    }
}
