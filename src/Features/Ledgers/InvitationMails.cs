using MyBudget.Infrastructure.Outbox.Mail;

namespace MyBudget.Features.Ledgers;

/// <summary>
/// Writes invitations: in the language of the user who has confirmed the address, else in that of the owner who invites. Each try issues a new code.
/// </summary>
internal sealed class InvitationMails(IDocumentSession session, IMailTransport transport, IOptions<InvitationSettings> settings, TimeProvider time)
{
    public async Task<Delivery> SendAsync(InvitationMail mail, CancellationToken cancellationToken)
    {
        var invitation = await session.LockAsync<LedgerInvitation>(mail.InvitationId, cancellationToken);
        if (invitation is null || !invitation.IsOpen(time.GetUtcNow())) return new Delivery.Done();

        var inviter = await session.LoadAsync<UserProfile>(invitation.InvitedBy, cancellationToken);
        var ledger = await session.ForTenant(LedgerScope.TenantOf(invitation.LedgerId)).LoadAsync<Ledger>(invitation.LedgerId, cancellationToken);
        if (inviter is null || ledger is null) return new Delivery.Done();

        var mailbox = invitation.Mailbox;
        var invited = await session.Query<UserProfile>().FirstOrDefaultAsync(user => user.Mailbox == mailbox && user.EmailVerified, cancellationToken);
        var code = LedgerInvitation.NewCode();
        session.Store(invitation with { CodeHash = LedgerInvitation.HashOf(code) });
        await session.SaveChangesAsync(cancellationToken);
        return await transport.DeliverAsync(Write(invitation, ledger, inviter, invited, code), cancellationToken);
    }

    private OutgoingMail Write(LedgerInvitation invitation, Ledger ledger, UserProfile inviter, UserProfile? invited, string code)
    {
        var language = invited?.Locale ?? invitation.Language;
        var until = new Wording(language).Moment(invitation.ExpiresAt, (invited ?? inviter).TimeZone);
        var way = settings.Value.Link is { Length: > 0 } link ? link.Replace(InvitationSettings.CodePlace, code, StringComparison.Ordinal) : code;
        var role = invitation.Role is LedgerRole.Editor
            ? Messages.In(language, "ledgers.mail.invitation.editor", "You will be able to see everything in it, and to enter and change things.")
            : Messages.In(language, "ledgers.mail.invitation.viewer", "You will be able to see everything in it, and to change nothing.");
        var (by, name) = (Unlinked.Text(inviter.DisplayName), Unlinked.Text(ledger.Name));
        var values = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["by"] = by,
            ["email"] = inviter.Email,
            ["ledger"] = name,
            ["role"] = role,
            ["way"] = way,
            ["until"] = until,
        };
        return new OutgoingMail(
            invitation.Email,
            Messages.In(language, "ledgers.mail.invitation.subject", $"{by} invites you to {name}", values),
            Messages.In(
                language, "ledgers.mail.invitation.text",
                $"""
                 Hello,

                 {by} ({inviter.Email}) invites you to share the ledger "{name}" in MyBudget. {role}

                 Sign in to MyBudget with this e-mail address, or register with it: the invitation waits for you under "I was invited to a ledger". This opens it, too:

                     {way}

                 It is good until {until}. If you do not know {by}, ignore this mail: nothing happens unless you accept.
                 """,
                values),
            language);
    }
}
