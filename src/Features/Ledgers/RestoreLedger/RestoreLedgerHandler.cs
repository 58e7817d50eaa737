namespace MyBudget.Features.Ledgers.RestoreLedger;

internal sealed record RestoreLedger(Guid LedgerId) : ICommand<LedgerView?>;

internal sealed class RestoreLedgerHandler(LedgerWriter ledger, IDocumentSession session, LedgerScope scope, IMediator mediator)
    : IRequestHandler<RestoreLedger, LedgerView?>
{
    /// <returns>Null when the user has no ledger of that id to restore.</returns>
    public async Task<LedgerView?> Handle(RestoreLedger command, CancellationToken cancellationToken)
    {
        // Nobody makes the writers of somebody else's ledger wait.
        var own = LedgerMembership.IdOf(command.LedgerId, scope.UserId);
        if (await session.LoadAsync<DeletedMembership>(own, cancellationToken) is null
            && await session.LoadAsync<LedgerMembership>(own, cancellationToken) is null) return null;

        return await ledger.WriteAsync(async write =>
        {
            var state = await write.FindAsync<Ledger>(command.LedgerId) ?? throw new LedgerGoneException();
            if (await session.LoadAsync<LedgerMembership>(own, cancellationToken) is { } member)
                return member.Role is LedgerRole.Owner ? state.ToView(member.Role, write.Head.Revision - 1) : null;

            var members = await session.DeletedMembersAsync(command.LedgerId, cancellationToken);
            var ledgers = await session.Query<LedgerMembership>().CountAsync(known => known.UserId == write.By, cancellationToken);
            if (Decide(members, ledgers, write.By, write.Now) is not { } restored) return null;

            foreach (var back in members) await BringBackAsync(state, back, restored, cancellationToken);
            return write.Append(state, restored)!.ToView(LedgerRole.Owner, write.Head.Revision);
        }, cancellationToken);
    }

    /// <returns>Null when the user may not, or no longer.</returns>
    internal static LedgerRestored? Decide(IReadOnlyList<DeletedMembership> members, int ledgers, Guid by, DateTimeOffset now)
    {
        var own = members.SingleOrDefault(member => member.UserId == by);
        if (own is not { Role: LedgerRole.Owner } || now >= own.DeletedAt + DeletedLedgers.KeptFor) return null;
        MemberRules.EnsureRoomForLedger(ledgers);
        return new LedgerRestored(by, now);
    }

    private async Task BringBackAsync(Ledger state, DeletedMembership back, LedgerRestored restored, CancellationToken cancellationToken)
    {
        session.Delete<DeletedMembership>(back.Id);
        session.Store(back.ToMembership());
        if (back.UserId == restored.By) return;
        await mediator.Publish(
            new MembershipChanged(state.Id, state.Name, back.UserId, back.Role, restored.By, restored.At, MembershipCause.LedgerRestored), cancellationToken);
    }
}
