namespace MyBudget.Features.Ledgers.HandOverLedger;

internal sealed record HandOverLedger(Guid LedgerId, HandoverRequest Details) : ICommand<Unit>;

internal sealed class HandOverLedgerHandler(LedgerWriter ledger, IMediator mediator) : IRequestHandler<HandOverLedger, Unit>
{
    public Task<Unit> Handle(HandOverLedger command, CancellationToken cancellationToken) => ledger.WriteAsync(async write =>
    {
        var session = write.Session;
        var state = await write.FindAsync<Ledger>(command.LedgerId) ?? throw new LedgerGoneException();
        var members = await session.MembersAsync(state.Id, cancellationToken);
        var (to, role) = (command.Details.UserId!.Value, RoleOf(command.Details.Role!.Value));
        write.Append(state, Decide(members, to, role, write.By, write.Now));

        session.Store(members.Single(member => member.UserId == to) with { Role = LedgerRole.Owner });
        var own = members.Single(member => member.UserId == write.By);
        if (role is { } stays) session.Store(own with { Role = stays });
        else session.Delete<LedgerMembership>(own.Id);
        session.WithdrawInvitations(state.Id, write.By);
        await mediator.Publish(
            new MembershipChanged(state.Id, state.Name, to, LedgerRole.Owner, write.By, write.Now, MembershipCause.HandedOver), cancellationToken);
        return Unit.Value;
    }, cancellationToken);

    /// <param name="role">What the user is from then on; null if they leave.</param>
    internal static IReadOnlyList<object> Decide(IReadOnlyList<LedgerMembership> members, Guid to, LedgerRole? role, Guid by, DateTimeOffset now)
    {
        if (to == by) throw new RuleViolation("ledgers.handover-to-oneself", "You own the ledger already: name another member.");
        var heir = members.SingleOrDefault(member => member.UserId == to)
                   ?? throw new RuleViolation("ledgers.not-a-member", "This user is not a member of the ledger.");
        var own = members.Single(member => member.UserId == by);
        return
        [
            .. heir.Role is LedgerRole.Owner ? (object[])[] : [new MemberRoleChanged(to, heir.Role, LedgerRole.Owner, by, now)],
            role is { } stays ? new MemberRoleChanged(by, own.Role, stays, by, now) : new MemberLeft(by, own.Role, by, now),
        ];
    }

    private static LedgerRole? RoleOf(RoleAfterHandover role) => role switch
    {
        RoleAfterHandover.Viewer => LedgerRole.Viewer,
        RoleAfterHandover.Editor => LedgerRole.Editor,
        _ => null,
    };
}
