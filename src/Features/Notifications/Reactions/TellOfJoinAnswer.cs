namespace MyBudget.Features.Notifications.Reactions;

/// <summary>Tells who asked to join. What was declined belongs to no ledger, since those of a ledger are seen by its members only, and names nobody.</summary>
internal sealed class TellOfJoinAnswer(IDocumentSession session, Notices notices) : INotificationHandler<JoinRequestAnswered>
{
    public async Task Handle(JoinRequestAnswered notification, CancellationToken cancellationToken)
    {
        var by = notification.Role is null ? null : await session.LoadAsync<UserProfile>(notification.By, cancellationToken);
        var notice = new Notice(
            string.Create(CultureInfo.InvariantCulture, $"join-answer/{notification.RequestId}/{notification.At.UtcTicks}"),
            NotificationKind.JoinAnswered, notification.UserId, notification.Role is null ? null : notification.LedgerId,
            new JoinAnswerNotice(notification.RequestId, notification.Ledger, notification.Role, by?.DisplayName) { ById = by?.Id }, notification.At);
        await notices.SendAsync([notice], cancellationToken);
    }
}
