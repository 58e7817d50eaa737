namespace MyBudget.Features.Notifications.Reactions;

internal sealed class TellOfSignIn(Notices notices) : INotificationHandler<UserSignedIn>
{
    public Task Handle(UserSignedIn notification, CancellationToken cancellationToken) => notification.IsNewDevice
        ? notices.SendAsync(
            [
                new Notice(
                    $"sign-in/{notification.SessionId}", NotificationKind.NewSignIn, notification.UserId, LedgerId: null,
                    new SecurityNotice(notification.SessionId, notification.Device), notification.At),
            ],
            cancellationToken)
        : Task.CompletedTask;
}
