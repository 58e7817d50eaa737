namespace MyBudget.Features.Ledgers.RemoveMember;

internal sealed record RemoveMember(Guid LedgerId, Guid UserId) : ICommand<bool>;

internal sealed class RemoveMemberHandler(LedgerWriter ledger, RecentProofCheck proof, IMediator mediator) : IRequestHandler<RemoveMember, bool>
{
    /// <returns>False when the user is no member.</returns>
    public Task<bool> Handle(RemoveMember command, CancellationToken cancellationToken) => ledger.WriteAsync(async write =>
    {
        var session = write.Session;
        var members = await session.MembersAsync(command.LedgerId, cancellationToken);
        var acting = members.SingleOrDefault(member => member.UserId == write.By) ?? throw new LedgerGoneException();
        if (members.SingleOrDefault(member => member.UserId == command.UserId) is not { } leaving) return false;

        var left = Decide(members, leaving, acting, write.Now);
        if (leaving.Role is LedgerRole.Owner && leaving.UserId != acting.UserId) await proof(cancellationToken);
        var state = await write.FindAsync<Ledger>(command.LedgerId) ?? throw new LedgerGoneException();
        write.Append(state, left);
        session.Delete<LedgerMembership>(leaving.Id);
        session.WithdrawInvitations(state.Id, leaving.UserId);
        if (leaving.UserId != acting.UserId)
            await mediator.Publish(new MembershipChanged(state.Id, state.Name, leaving.UserId, Role: null, acting.UserId, left.At), cancellationToken);
        return true;
    }, cancellationToken);

    internal static MemberLeft Decide(IReadOnlyList<LedgerMembership> members, LedgerMembership leaving, LedgerMembership acting, DateTimeOffset now)
    {
        if (leaving.UserId != acting.UserId && acting.Role is not LedgerRole.Owner) throw new AccessRefusedException(AccessRefusal.RoleTooWeak);
        if (leaving.Role is LedgerRole.Owner) members.EnsureAnotherOwner(leaving.UserId);
        return new MemberLeft(leaving.UserId, leaving.Role, acting.UserId, now);
    }
}
