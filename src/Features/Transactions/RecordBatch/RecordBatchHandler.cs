using Marten;
using MediatR;
using MyBudget.Domain;
using MyBudget.Features.Transactions.Contracts;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.UseCases;

namespace MyBudget.Features.Transactions.RecordBatch;

internal sealed record RecordBatch(IReadOnlyList<NewTransaction>? Transactions) : ICommand<IReadOnlyList<Transaction>>;

internal sealed class RecordBatchHandler(
    IDocumentSession session, LedgerScope scope, LedgerReference reference, BulkAppend<Transaction> bulk, OrderedIds ids, TimeProvider time)
    : IRequestHandler<RecordBatch, IReadOnlyList<Transaction>>
{
    public async Task<IReadOnlyList<Transaction>> Handle(RecordBatch command, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var head = await session.TakeRevisionAsync(cancellationToken);
        var facts = await LedgerFacts.AtAsync(head, scope, session, reference, cancellationToken);

        var used = await session.InUseAsync(command.Transactions!.Select(details => details.Id).OfType<Guid>(), cancellationToken);

        var broken = new SortedDictionary<int, RuleViolation>();
        var results = new List<Transaction>();
        var changes = new List<BulkChange<Transaction>>();
        for (var index = 0; index < command.Transactions!.Count; index++)
        {
            try
            {
                var details = command.Transactions[index];
                var entry = details.ToEntry(facts);
                if (details.Id is { } id && used.Contains(id)
                    && await session.IsRepeatOfAsync<TransactionRecorded>(details.Id, first => first.Entry == entry, cancellationToken))
                {
                    results.Add((await session.LoadAsync<Transaction>(id, cancellationToken))!);
                    continue;
                }

                var recorded = new TransactionRecorded(facts.EnsureRecordable(entry), null, scope.UserId, now);
                var transaction = Transaction.Create(details.Id ?? ids.Next(now), recorded);
                results.Add(transaction);
                changes.Add(new BulkChange<Transaction>(transaction.Id, 1, recorded, transaction));
            }
            catch (RuleViolation violation)
            {
                broken.Add(index, violation);
            }
        }

        if (broken.Count > 0) throw new RuleViolations("transactions", broken);
        if (changes.Count > 0)
        {
            await bulk.AppendAsync(session, changes, cancellationToken);
            await session.SaveChangesAsync(cancellationToken);
        }

        return results;
    }
}
