namespace MyBudget.Features.Notifications.GetNotificationPreferences;

internal sealed record GetNotificationPreferences(Guid UserId) : IQuery<NotificationPreferences>;

internal sealed class GetNotificationPreferencesHandler(IQuerySession session)
    : IRequestHandler<GetNotificationPreferences, NotificationPreferences>
{
    public async Task<NotificationPreferences> Handle(GetNotificationPreferences request, CancellationToken cancellationToken) =>
        await session.LoadAsync<NotificationPreferences>(request.UserId, cancellationToken) ?? NotificationPreferences.DefaultOf(request.UserId);
}
