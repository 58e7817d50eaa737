using FluentValidation;
using Marten;
using MediatR;
using MyBudget.Features.Ledgers.Contracts;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.Messaging;
using MyBudget.Infrastructure.Persistence;

namespace MyBudget.Features.Ledgers.RenameLedger;

internal sealed record RenameLedger(Guid LedgerId, MergePatch Patch, IfMatch IfMatch) : ICommand<LedgerView>;

internal sealed class RenameLedgerHandler(
    IDocumentSession session, LedgerScope scope, IValidator<RenameLedgerRequest> validator, TimeProvider time)
    : IRequestHandler<RenameLedger, LedgerView>
{
    public async Task<LedgerView> Handle(RenameLedger command, CancellationToken cancellationToken)
    {
        var head = await session.TakeRevisionAsync(cancellationToken);
        var stream = await session.Events.FetchForWriting<Ledger>(command.LedgerId, cancellationToken);
        var ledger = stream.Aggregate ?? throw new LedgerGoneException();
        command.IfMatch.Demand(ledger.Version);

        var request = command.Patch.ApplyTo(new RenameLedgerRequest(ledger.Name));
        await validator.ValidateAndThrowAsync(request, cancellationToken);
        var name = request.Name!.Trim();
        if (name == ledger.Name) return ledger.ToView(scope.Role, head.Revision - 1);

        var renamed = new LedgerRenamed(name, scope.UserId, time.GetUtcNow());
        stream.AppendOne(renamed);
        await session.SaveChangesAsync(cancellationToken);
        return ledger.Apply(renamed).ToView(scope.Role, head.Revision);
    }
}
