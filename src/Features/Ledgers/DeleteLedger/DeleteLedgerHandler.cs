using Marten;
using MediatR;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.Messaging;
using MyBudget.Infrastructure.Persistence;

namespace MyBudget.Features.Ledgers.DeleteLedger;

internal sealed record DeleteLedger(Guid LedgerId, IfMatch IfMatch) : ICommand<Unit>;

internal sealed class DeleteLedgerHandler(IDocumentSession session) : IRequestHandler<DeleteLedger, Unit>
{
    public async Task<Unit> Handle(DeleteLedger command, CancellationToken cancellationToken)
    {
        await session.TakeRevisionAsync(cancellationToken);
        var ledger = await session.LoadAsync<Ledger>(command.LedgerId, cancellationToken) ?? throw new LedgerGoneException();
        command.IfMatch.Demand(ledger.Version);

        await session.EraseLedgerAsync(command.LedgerId, cancellationToken);
        await session.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
