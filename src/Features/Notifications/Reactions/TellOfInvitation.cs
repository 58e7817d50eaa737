namespace MyBudget.Features.Notifications.Reactions;

/// <summary>Tells a user who is invited. An address that was never confirmed may be a stranger's.</summary>
internal sealed class TellOfInvitation(IDocumentSession session, Notices notices) : INotificationHandler<SomebodyInvited>
{
    public async Task Handle(SomebodyInvited invited, CancellationToken cancellationToken)
    {
        var mailbox = invited.Mailbox;
        var user = await session.Query<UserProfile>().FirstOrDefaultAsync(known => known.Mailbox == mailbox, cancellationToken);
        if (user is not { EmailVerified: true }) return;

        // Sent again, it takes the place of the one before.
        session.Queue(
            $"""
             delete from {NotificationsTables.Inbox:raw}
             where user_id = {user.Id} and data->>'kind' = 'invitation' and data->'data'->>'invitationId' = {invited.InvitationId.ToString("D")}
             """);
        var by = await session.LoadAsync<UserProfile>(invited.By, cancellationToken);
        var notice = new Notice(
            string.Create(CultureInfo.InvariantCulture, $"invitation/{invited.InvitationId}/{invited.At.UtcTicks}"),
            NotificationKind.Invitation, user.Id, LedgerId: null,
            new MembershipNotice(invited.LedgerId, invited.Ledger, invited.Role, by?.DisplayName ?? "?", invited.InvitationId) { ById = by?.Id }, invited.At);
        await notices.SendAsync([notice], cancellationToken);
    }
}
