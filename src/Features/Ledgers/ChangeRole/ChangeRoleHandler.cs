namespace MyBudget.Features.Ledgers.ChangeRole;

internal sealed record ChangeRole(Guid LedgerId, Guid UserId, MergePatch Patch) : ICommand<MemberView?>;

internal sealed class ChangeRoleHandler(LedgerWriter ledger, IValidator<MemberDetails> validator, RecentProofCheck proof, IMediator mediator)
    : IRequestHandler<ChangeRole, MemberView?>
{
    /// <returns>Null when the user is no member.</returns>
    public Task<MemberView?> Handle(ChangeRole command, CancellationToken cancellationToken) => ledger.WriteAsync(async write =>
    {
        var session = write.Session;
        var members = await session.MembersAsync(command.LedgerId, cancellationToken);
        if (members.SingleOrDefault(member => member.UserId == command.UserId) is not { } known) return null;

        var details = command.Patch.ApplyTo<MemberDetails>(known);
        await validator.ValidateAndThrowAsync(details, cancellationToken);
        var user = await session.LoadAsync<UserProfile>(known.UserId, cancellationToken);
        var version = (await session.VersionsAsync(command.LedgerId, cancellationToken)).GetValueOrDefault(known.UserId);
        if (Decide(members, known, details.Role!.Value, write.By, write.Now) is not { } changed)
            return MemberView.Of(known, user, write.By, isOwner: true, version);

        if (known.Role is LedgerRole.Owner && known.UserId != write.By) await proof(cancellationToken);
        var state = await write.FindAsync<Ledger>(command.LedgerId) ?? throw new LedgerGoneException();
        write.Append(state, changed);
        var member = known with { Role = changed.To };
        session.Store(member);
        if (known.Role is LedgerRole.Owner) session.WithdrawInvitations(command.LedgerId, known.UserId);
        if (member.UserId != write.By)
        {
            await mediator.Publish(
                new MembershipChanged(state.Id, state.Name, member.UserId, member.Role, write.By, changed.At), cancellationToken);
        }

        return MemberView.Of(member, user, write.By, isOwner: true, version + 1);
    }, cancellationToken);

    /// <returns>Null when the member has that role already.</returns>
    internal static MemberRoleChanged? Decide(
        IReadOnlyList<LedgerMembership> members, LedgerMembership member, LedgerRole role, Guid by, DateTimeOffset now)
    {
        if (member.Role == role) return null;
        if (member.Role is LedgerRole.Owner) members.EnsureAnotherOwner(member.UserId);
        return new MemberRoleChanged(member.UserId, member.Role, role, by, now);
    }
}
