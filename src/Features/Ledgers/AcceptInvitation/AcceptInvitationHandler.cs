namespace MyBudget.Features.Ledgers.AcceptInvitation;

internal sealed record AcceptInvitation(Guid InvitationId, Guid UserId, Guid SessionId) : ICommand<LedgerView?>;

internal sealed class AcceptInvitationHandler(LedgerWriter ledger, IDocumentSession session, JoinRequests requests)
    : IRequestHandler<AcceptInvitation, LedgerView?>
{
    /// <returns>Null when the invitation is no longer open, and the user is no member either.</returns>
    public async Task<LedgerView?> Handle(AcceptInvitation command, CancellationToken cancellationToken)
    {
        // A user who leaves locks their sign-ins before looking for their ledgers: they find this one, or it is not entered.
        if (await session.LockAsync<SignInSession>(command.SessionId, cancellationToken) is not { EndedAt: null })
            throw new ProblemException(StatusCodes.Status401Unauthorized, "auth.unauthenticated", "Sign in first.");

        // Two owners, or two devices, who let the same user in at once: each counts the ledgers that the other added.
        await session.LockAsync<UserProfile>(command.UserId, cancellationToken);
        return await ledger.WriteAsync(async write =>
        {
            var state = await write.FindAsync<Ledger>(write.LedgerId) ?? throw new LedgerGoneException();
            var members = await session.MembersAsync(write.LedgerId, cancellationToken);
            if (members.SingleOrDefault(member => member.UserId == write.By) is { } already)
                return state.ToView(already.Role, write.Head.Revision - 1);

            var invitation = await session.LockAsync<LedgerInvitation>(command.InvitationId, cancellationToken);
            if (invitation is null || !invitation.IsOpen(write.Now)) return null;

            var ledgers = await session.Query<LedgerMembership>().CountAsync(member => member.UserId == write.By, cancellationToken);
            var joined = Decide(members.Count, ledgers, invitation, write.By, write.Now);
            session.Store(new LedgerMembership(
                LedgerMembership.IdOf(write.LedgerId, write.By), write.LedgerId, write.By, joined.Role, write.Now));
            session.Store(invitation with { AcceptedBy = write.By });
            await requests.SettleAsync(write.LedgerId, write.By, cancellationToken);
            return write.Append(state, joined)!.ToView(joined.Role, write.Head.Revision);
        }, cancellationToken);
    }

    internal static MemberJoined Decide(int members, int ledgers, LedgerInvitation invitation, Guid user, DateTimeOffset now)
    {
        MemberRules.EnsureRoomForMember(members);
        MemberRules.EnsureRoomForLedger(ledgers);
        return new MemberJoined(user, invitation.Role, invitation.InvitedBy, now);
    }
}
