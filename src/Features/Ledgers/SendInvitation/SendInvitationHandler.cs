namespace MyBudget.Features.Ledgers.SendInvitation;

internal sealed record SendInvitation(Guid LedgerId, string? Email, LedgerRole? Role, Caller Caller) : ICommand<InvitationView>;

internal sealed class SendInvitationHandler(
    IDocumentSession session, LedgerScope scope, Attempts attempts, IMediator mediator, IOptions<InvitationSettings> settings, TimeProvider time)
    : IRequestHandler<SendInvitation, InvitationView>
{
    public async Task<InvitationView> Handle(SendInvitation command, CancellationToken cancellationToken)
    {
        var (ledgerId, mailbox, now) = (command.LedgerId, EmailAddress.Normalize(command.Email!), time.GetUtcNow());
        var userId = scope.UserId.ToString("D");
        // Mail to others is sent in the name of an address that somebody reads.
        if (await session.LoadAsync<UserProfile>(scope.UserId, cancellationToken) is not { EmailVerified: true } inviter)
            throw new RuleViolation("ledgers.email-unverified", "Confirm your e-mail address first.");
        await attempts.CountAsync(AttemptKind.Invite, userId, new AttemptFrom(command.Caller.Network), cancellationToken);
        await attempts.CountAsync(AttemptKind.Invited, mailbox, new AttemptFrom(userId), cancellationToken);

        var members = await session.HoldAsOwnerAsync(scope, cancellationToken);
        var ledger = await session.LoadAsync<Ledger>(ledgerId, cancellationToken) ?? throw new LedgerGoneException();
        var users = await session.LoadManyAsync<UserProfile>(cancellationToken, [.. members.Select(member => member.UserId)]);
        if (users.Any(user => user.EmailVerified && user.Mailbox == mailbox))
            throw RuleViolation.Conflict("ledgers.already-member", "This is a member of the ledger already.");

        var sent = await session.Query<LedgerInvitation>().Where(invitation => invitation.LedgerId == ledgerId).ToListAsync(cancellationToken);
        var open = sent.Count(invitation => invitation.Mailbox != mailbox && invitation.IsOpen(now));
        MemberRules.EnsureRoomForMember(members.Count + open);
        if (open >= MemberRules.MostInvitations)
            throw new RuleViolation("ledgers.too-many-invitations", $"A ledger can have at most {MemberRules.MostInvitations} open invitations.");

        var invitation = new LedgerInvitation(
            sent.SingleOrDefault(known => known.Mailbox == mailbox)?.Id ?? Guid.CreateVersion7(now), ledgerId, command.Email!.Trim(), mailbox,
            command.Role!.Value, scope.UserId, inviter.Locale, now, now + settings.Value.Lifetime);
        session.Store(invitation);
        session.EnqueueLatest(InvitationMail.MessageOf(invitation));
        await mediator.Publish(
            new SomebodyInvited(invitation.Id, ledgerId, ledger.Name, invitation.Role, mailbox, scope.UserId, now), cancellationToken);
        await session.SaveChangesAsync(cancellationToken);
        return InvitationView.Of(invitation);
    }
}
