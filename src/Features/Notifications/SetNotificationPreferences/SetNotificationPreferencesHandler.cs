namespace MyBudget.Features.Notifications.SetNotificationPreferences;

internal sealed record SetNotificationPreferences(Guid UserId, PreferencesInput Details, IfMatch IfMatch)
    : ICommand<NotificationPreferences>;

internal sealed class SetNotificationPreferencesHandler(IDocumentSession session)
    : IRequestHandler<SetNotificationPreferences, NotificationPreferences>
{
    public async Task<NotificationPreferences> Handle(SetNotificationPreferences command, CancellationToken cancellationToken)
    {
        var details = command.Details;
        var current = await session.LockAsync<NotificationPreferences>(command.UserId, cancellationToken)
                      ?? NotificationPreferences.DefaultOf(command.UserId);
        command.IfMatch.Ensure(current.Version);

        var wanted = new NotificationPreferences(
            command.UserId, details.Enabled ?? true, details.HideAmounts ?? false, details.QuietHours, details.SyncMessages ?? true,
            details.Kinds ?? new Dictionary<NotificationKind, KindPreference>(), current.Version + 1);
        session.Store(wanted);
        await session.SaveChangesAsync(cancellationToken);
        return wanted;
    }
}
