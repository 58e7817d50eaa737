namespace MyBudget.Features.Ledgers.AcceptJoinRequest;

internal sealed record AcceptJoinRequest(Guid LedgerId, Guid Id, LedgerRole? Role) : ICommand<MemberView?>;

internal sealed class AcceptJoinRequestHandler(LedgerWriter ledger, IDocumentSession session, IMediator mediator)
    : IRequestHandler<AcceptJoinRequest, MemberView?>
{
    /// <returns>Null when the ledger has no such request that is open, and who asked is no member either.</returns>
    public async Task<MemberView?> Handle(AcceptJoinRequest command, CancellationToken cancellationToken)
    {
        if (await session.LoadAsync<JoinRequest>(command.Id, cancellationToken) is not { } found || found.LedgerId != command.LedgerId) return null;
        // Whoever enters a ledger or deletes their account locks their profile before any ledger: no two of these happen at once.
        if (await session.LockAsync<UserProfile>(found.UserId, cancellationToken) is not { } user) return null;

        return await ledger.WriteAsync(async write =>
        {
            var state = await write.FindAsync<Ledger>(write.LedgerId) ?? throw new LedgerGoneException();
            var members = await session.MembersAsync(write.LedgerId, cancellationToken);
            var version = (await session.VersionsAsync(write.LedgerId, cancellationToken)).GetValueOrDefault(user.Id);
            if (await session.LoadAsync<JoinRequest>(command.Id, cancellationToken) is not { } request) return null;
            if (members.SingleOrDefault(member => member.UserId == user.Id) is { } already)
                return MemberView.Of(already, user, write.By, isOwner: true, version);
            if (!request.IsOpen(write.Now)) return null;

            var ledgers = await session.Query<LedgerMembership>().CountAsync(member => member.UserId == user.Id, cancellationToken);
            var joined = Decide(members.Count, ledgers, user.Id, command.Role!.Value, write.By, write.Now);
            var member = new LedgerMembership(LedgerMembership.IdOf(write.LedgerId, user.Id), write.LedgerId, user.Id, joined.Role, write.Now);
            session.Store(member);
            session.Store(request with { Status = JoinRequestStatus.Accepted });
            var mailbox = user.Mailbox;
            session.DeleteWhere<LedgerInvitation>(invitation => invitation.LedgerId == write.LedgerId && invitation.Mailbox == mailbox);
            write.Append(state, joined);
            await mediator.Publish(new JoinRequestsEnded(write.LedgerId, [request.Id]), cancellationToken);
            await mediator.Publish(
                new JoinRequestAnswered(request.Id, write.LedgerId, state.Name, user.Id, joined.Role, write.By, joined.At), cancellationToken);
            return MemberView.Of(member, user, write.By, isOwner: true, version + 1);
        }, cancellationToken);
    }

    internal static MemberJoined Decide(int members, int ledgers, Guid user, LedgerRole role, Guid by, DateTimeOffset now)
    {
        MemberRules.EnsureRoomForMember(members);
        MemberRules.EnsureRoomForLedger(ledgers);
        return new MemberJoined(user, role, by, now);
    }
}
