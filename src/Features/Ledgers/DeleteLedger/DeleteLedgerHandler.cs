using Marten;
using MediatR;
using MyBudget.Features.Ledgers.Contracts;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.UseCases;

namespace MyBudget.Features.Ledgers.DeleteLedger;

internal sealed record DeleteLedger(Guid LedgerId, IfMatch IfMatch) : ICommand<Unit>;

internal sealed class DeleteLedgerHandler(IDocumentSession session, LedgerScope scope, IMediator mediator, TimeProvider time)
    : IRequestHandler<DeleteLedger, Unit>
{
    public async Task<Unit> Handle(DeleteLedger command, CancellationToken cancellationToken)
    {
        await session.TakeRevisionAsync(cancellationToken);
        var ledger = await session.LoadAsync<Ledger>(command.LedgerId, cancellationToken) ?? throw new LedgerGoneException();
        command.IfMatch.Ensure(ledger.Version);

        foreach (var member in (await session.MembersAsync(command.LedgerId, cancellationToken)).Where(member => member.UserId != scope.UserId))
        {
            await mediator.Publish(
                new MembershipChanged(ledger.Id, ledger.Name, member.UserId, Role: null, scope.UserId, time.GetUtcNow()), cancellationToken);
        }

        await session.EraseLedgerAsync(command.LedgerId, cancellationToken);
        await session.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
