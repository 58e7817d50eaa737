namespace MyBudget.Features.Notifications.Reactions;

/// <summary>With a user go the inbox, the devices, the preferences and whatever waits to be sent to them.</summary>
internal sealed class EraseWithUser(IDocumentSession session) : INotificationHandler<UserErased>
{
    public Task Handle(UserErased notification, CancellationToken cancellationToken)
    {
        var user = notification.UserId;
        session.DeleteWhere<InboxEntry>(entry => entry.UserId == user);
        session.DeleteWhere<Device>(device => device.UserId == user);
        session.Delete<NotificationPreferences>(user);
        session.Queue($"delete from {NotificationsTables.NoticeKeys:raw} where user_id = {user}");
        session.DiscardFor(user);
        return Task.CompletedTask;
    }
}
