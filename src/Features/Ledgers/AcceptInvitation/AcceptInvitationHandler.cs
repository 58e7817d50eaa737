using Marten;
using MediatR;
using MyBudget.Features.Ledgers.Contracts;
using MyBudget.Infrastructure.Database;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.Http.Problems;
using MyBudget.Infrastructure.Security;
using MyBudget.Infrastructure.UseCases;

namespace MyBudget.Features.Ledgers.AcceptInvitation;

internal sealed record AcceptInvitation(Guid InvitationId, Guid SessionId) : ICommand<LedgerView?>;

internal sealed class AcceptInvitationHandler(IDocumentSession session, LedgerScope scope, TimeProvider time)
    : IRequestHandler<AcceptInvitation, LedgerView?>
{
    /// <returns>Null when the invitation is no longer open, and the user is no member either.</returns>
    public async Task<LedgerView?> Handle(AcceptInvitation command, CancellationToken cancellationToken)
    {
        var (ledgerId, userId, now) = (scope.LedgerId, scope.UserId, time.GetUtcNow());
        // A user who leaves locks their sign-ins before looking for their ledgers: they find this one, or it is not entered.
        if (await session.LockAsync<SignInSession>(command.SessionId, cancellationToken) is not { EndedAt: null })
            throw new SignInRefusedException("auth.unauthenticated", "Sign in first.");

        var head = await session.TakeRevisionAsync(cancellationToken);
        var stream = await session.Events.FetchForWriting<Ledger>(ledgerId, cancellationToken);
        var ledger = stream.Aggregate ?? throw new LedgerGoneException();
        var members = await session.MembersAsync(ledgerId, cancellationToken);
        if (members.SingleOrDefault(member => member.UserId == userId) is { } already) return ledger.ToView(already.Role, head.Revision - 1);

        var invitation = await session.LockAsync<LedgerInvitation>(command.InvitationId, cancellationToken);
        if (invitation is null || !invitation.IsOpen(now)) return null;

        MemberRules.EnsureRoomForMember(members.Count);
        MemberRules.EnsureRoomForLedger(
            await session.Query<LedgerMembership>().CountAsync(member => member.UserId == userId, cancellationToken));

        var joined = new MemberJoined(userId, invitation.Role, invitation.InvitedBy, now);
        stream.AppendOne(joined);
        session.Store(new LedgerMembership(LedgerMembership.IdOf(ledgerId, userId), ledgerId, userId, joined.Role, now));
        session.Store(invitation with { AcceptedBy = userId });
        await session.SaveChangesAsync(cancellationToken);
        return ledger.Apply(joined).ToView(joined.Role, head.Revision);
    }
}
