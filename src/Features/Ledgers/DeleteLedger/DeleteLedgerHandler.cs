namespace MyBudget.Features.Ledgers.DeleteLedger;

internal sealed record DeleteLedger(Guid LedgerId, IfMatch IfMatch) : ICommand<Unit>;

internal sealed class DeleteLedgerHandler(LedgerWriter ledger, LedgerScope scope, IMediator mediator) : IRequestHandler<DeleteLedger, Unit>
{
    public Task<Unit> Handle(DeleteLedger command, CancellationToken cancellationToken) => ledger.WriteAsync(async write =>
    {
        var state = await write.FindAsync<Ledger>(command.LedgerId) ?? throw new LedgerGoneException();
        command.IfMatch.Ensure(state.Version);
        foreach (var member in (await write.Session.MembersAsync(command.LedgerId, cancellationToken)).Where(member => member.UserId != scope.UserId))
        {
            await mediator.Publish(
                new MembershipChanged(state.Id, state.Name, member.UserId, Role: null, write.By, write.Now), cancellationToken);
        }

        await write.Session.EraseLedgerAsync(command.LedgerId, cancellationToken);
        return Unit.Value;
    }, cancellationToken);
}
