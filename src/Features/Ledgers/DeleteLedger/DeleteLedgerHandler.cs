namespace MyBudget.Features.Ledgers.DeleteLedger;

internal sealed record DeleteLedger(Guid LedgerId, IdentityProof Details, IfMatch IfMatch, Caller Caller) : ICommand<Unit>;

internal sealed class DeleteLedgerHandler(LedgerWriter ledger, LedgerScope scope, IdentityCheck check, JoinRequests requests, IMediator mediator)
    : IRequestHandler<DeleteLedger, Unit>
{
    public async Task<Unit> Handle(DeleteLedger command, CancellationToken cancellationToken)
    {
        await check(scope.UserId, command.Details, command.Caller.Network, cancellationToken);
        return await ledger.WriteAsync(async write =>
        {
            var session = write.Session;
            var state = await write.FindAsync<Ledger>(command.LedgerId) ?? throw new LedgerGoneException();
            command.IfMatch.Ensure(state.Version);

            var deleted = Decide(write.By, write.Now);
            write.Append(state, deleted);
            foreach (var member in await session.MembersAsync(state.Id, cancellationToken))
            {
                session.Delete<LedgerMembership>(member.Id);
                session.Store(DeletedMembership.Of(member, deleted));
                if (member.UserId != write.By) await mediator.Publish(Tell(state, member, deleted), cancellationToken);
            }

            session.DeleteWhere<LedgerInvitation>(invitation => invitation.LedgerId == state.Id && invitation.AcceptedBy == null);
            session.DeleteWhere<JoinLink>(link => link.LedgerId == state.Id);
            await requests.EndAsync(state.Id, await session.Query<JoinRequest>().Where(r => r.LedgerId == state.Id).ToListAsync(cancellationToken), cancellationToken);
            return Unit.Value;
        }, cancellationToken);
    }

    internal static LedgerDeleted Decide(Guid by, DateTimeOffset now) => new(by, now);

    private static MembershipChanged Tell(Ledger ledger, LedgerMembership member, LedgerDeleted deleted) =>
        new(ledger.Id, ledger.Name, member.UserId, Role: null, deleted.By, deleted.At, MembershipCause.LedgerDeleted);
}
