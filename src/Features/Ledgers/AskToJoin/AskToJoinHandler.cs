namespace MyBudget.Features.Ledgers.AskToJoin;

internal sealed record AskToJoin(string? Code, string? Message, Guid UserId, Guid SessionId, Caller Caller) : ICommand<SentJoinRequest?>;

internal sealed class AskToJoinHandler(
    IDocumentSession session, JoinLinks links, Attempts attempts, IMediator mediator, IOptions<InvitationSettings> settings, TimeProvider time)
    : IRequestHandler<AskToJoin, SentJoinRequest?>
{
    /// <returns>Null when there is no such link, or no longer.</returns>
    public async Task<SentJoinRequest?> Handle(AskToJoin command, CancellationToken cancellationToken)
    {
        var (account, network) = (command.UserId.ToString("D"), command.Caller.Network);
        await attempts.CountAsync(AttemptKind.Join, account, new AttemptFrom(network), cancellationToken);
        // A user who leaves locks their sign-ins before looking for what they have asked: they find this, or it is not asked.
        if (await session.LockAsync<SignInSession>(command.SessionId, cancellationToken) is not { EndedAt: null })
            throw new ProblemException(StatusCodes.Status401Unauthorized, "auth.unauthenticated", "Sign in first.");
        // Owners have to know whom they let in.
        if (await session.LoadAsync<UserProfile>(command.UserId, cancellationToken) is not { EmailVerified: true } user)
            throw new RuleViolation("ledgers.email-unverified", "Confirm your e-mail address first.");

        if (await links.FindAsync(command.Code!, cancellationToken) is not { } found) return null;
        if (!await session.HoldWritersAsync(found.LedgerId, cancellationToken)) return null;
        // It may have been revoked before the ledger was held.
        if (await session.LoadAsync<JoinLink>(found.Id, cancellationToken) is not { } link || link.CodeHash != found.CodeHash) return null;
        if (await session.LedgerAsync(link.LedgerId, cancellationToken) is not { } ledger) return null;

        var (asked, isRepeat) = await AskAsync(command, link, cancellationToken);
        if (isRepeat)
        {
            await attempts.SucceededAsync(AttemptKind.Join, account, new AttemptFrom(network), cancellationToken);
            return SentJoinRequest.Of(asked, ledger);
        }

        session.Store(asked);
        var owners = (await session.MembersAsync(link.LedgerId, cancellationToken)).Where(member => member.Role is LedgerRole.Owner);
        await mediator.Publish(
            new SomebodyAskedToJoin(
                asked.Id, ledger.Id, ledger.Name, user.Id, user.DisplayName, user.Email, asked.Message, [.. owners.Select(owner => owner.UserId)], asked.AskedAt),
            cancellationToken);
        await session.SaveChangesAsync(cancellationToken);
        return SentJoinRequest.Of(asked, ledger);
    }

    private async Task<(JoinRequest Asked, bool IsRepeat)> AskAsync(AskToJoin command, JoinLink link, CancellationToken cancellationToken)
    {
        var (ledgerId, now) = (link.LedgerId, time.GetUtcNow());
        var members = await session.MembersAsync(ledgerId, cancellationToken);
        if (members.Any(member => member.UserId == command.UserId))
            throw RuleViolation.Conflict("ledgers.joined-already", "You are a member of this ledger already.");

        var all = await session.Query<JoinRequest>().Where(request => request.LedgerId == ledgerId).ToListAsync(cancellationToken);
        var known = all.SingleOrDefault(request => request.UserId == command.UserId);
        if (known?.IsOpen(now) is true) return (known, true);
        if (known is { Status: JoinRequestStatus.Declined } && known.LinkId == link.Id && known.IsKept(now))
            throw new RuleViolation("ledgers.join-declined", "The owners have declined; ask them for another link if that was a mistake.");

        var ledgers = await session.Query<LedgerMembership>().CountAsync(member => member.UserId == command.UserId, cancellationToken);
        MemberRules.EnsureRoomForLedger(ledgers);
        MemberRules.EnsureRoomForMember(members.Count);
        MemberRules.EnsureRoomForJoinRequest(all.Count(request => request.IsOpen(now)));
        var message = string.IsNullOrWhiteSpace(command.Message) ? null : command.Message.Trim();
        return (
            new JoinRequest(
                known?.Id ?? Guid.CreateVersion7(now), ledgerId, command.UserId, link.Id, message, link.Role, now, now + settings.Value.Lifetime),
            false);
    }
}
