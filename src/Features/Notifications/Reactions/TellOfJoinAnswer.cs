namespace MyBudget.Features.Notifications.Reactions;

/// <summary>Tells who asked to join. What was declined belongs to no ledger, since those of a ledger are seen by its members only.</summary>
internal sealed class TellOfJoinAnswer(IDocumentSession session, Notices notices) : INotificationHandler<JoinRequestAnswered>
{
    public async Task Handle(JoinRequestAnswered notification, CancellationToken cancellationToken)
    {
        var by = await session.LoadAsync<UserProfile>(notification.By, cancellationToken);
        var notice = new Notice(
            string.Create(CultureInfo.InvariantCulture, $"join-answer/{notification.RequestId}/{notification.At.UtcTicks}"),
            NotificationKind.JoinAnswered, notification.UserId, notification.Role is null ? null : notification.LedgerId,
            new JoinAnswerNotice(notification.RequestId, notification.Ledger, notification.Role, by?.DisplayName ?? "?"), notification.At);
        await notices.SendAsync([notice], cancellationToken);
    }
}
