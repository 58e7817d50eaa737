namespace MyBudget.Features.Notifications.Reactions;

internal sealed class TellOfPassword(Notices notices) : INotificationHandler<PasswordChanged>
{
    public Task Handle(PasswordChanged notification, CancellationToken cancellationToken) => notices.SendAsync(
        [
            new Notice(
                string.Create(CultureInfo.InvariantCulture, $"password/{notification.At.UtcTicks}"), NotificationKind.PasswordChanged,
                notification.UserId, LedgerId: null, new SecurityNotice(SessionId: null, Device: null), notification.At),
        ],
        cancellationToken);
}
