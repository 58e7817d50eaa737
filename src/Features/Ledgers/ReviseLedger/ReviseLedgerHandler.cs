using FluentValidation;
using Marten;
using MediatR;
using MyBudget.Features.Ledgers.Contracts;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.UseCases;

namespace MyBudget.Features.Ledgers.ReviseLedger;

internal sealed record ReviseLedger(Guid LedgerId, MergePatch Patch, IfMatch IfMatch) : ICommand<LedgerView>;

internal sealed class ReviseLedgerHandler(
    IDocumentSession session, LedgerScope scope, IValidator<LedgerDetails> validator, TimeProvider time)
    : IRequestHandler<ReviseLedger, LedgerView>
{
    public async Task<LedgerView> Handle(ReviseLedger command, CancellationToken cancellationToken)
    {
        var head = await session.TakeRevisionAsync(cancellationToken);
        var stream = await session.Events.FetchForWriting<Ledger>(command.LedgerId, cancellationToken);
        var ledger = stream.Aggregate ?? throw new LedgerGoneException();
        command.IfMatch.Ensure(ledger.Version);

        var details = command.Patch.ApplyTo(new LedgerDetails(ledger.Name, ledger.LargeTransactionFrom));
        await validator.ValidateAndThrowAsync(details, cancellationToken);
        var (name, now) = (details.Name!.Trim(), time.GetUtcNow());
        var revised = ledger;
        if (name != ledger.Name)
        {
            var renamed = new LedgerRenamed(name, scope.UserId, now);
            stream.AppendOne(renamed);
            revised = revised.Apply(renamed);
        }

        if (details.LargeTransactionFrom != ledger.LargeTransactionFrom)
        {
            var set = new LargeTransactionLimitSet(details.LargeTransactionFrom, ledger.Currency, scope.UserId, now);
            stream.AppendOne(set);
            revised = revised.Apply(set);
        }

        if (revised == ledger) return ledger.ToView(scope.Role, head.Revision - 1);

        await session.SaveChangesAsync(cancellationToken);
        return revised.ToView(scope.Role, head.Revision);
    }
}
