namespace MyBudget.Features.Notifications.Reactions;

/// <summary>Tells a member of their new role. A user who is no longer a member would not see a notice that belongs to the ledger.</summary>
internal sealed class TellOfMembership(IDocumentSession session, Notices notices) : INotificationHandler<MembershipChanged>
{
    public async Task Handle(MembershipChanged changed, CancellationToken cancellationToken)
    {
        var by = await session.LoadAsync<UserProfile>(changed.By, cancellationToken);
        var notice = new Notice(
            string.Create(CultureInfo.InvariantCulture, $"membership/{changed.LedgerId}/{changed.At.UtcTicks}"),
            NotificationKind.RoleChanged, changed.UserId, changed.Role is null ? null : changed.LedgerId,
            new MembershipNotice(changed.LedgerId, changed.Ledger, changed.Role, by?.DisplayName ?? "?", Cause: changed.Cause) { ById = by?.Id }, changed.At);
        await notices.SendAsync([notice], cancellationToken);
    }
}
