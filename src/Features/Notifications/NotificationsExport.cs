namespace MyBudget.Features.Notifications;

internal sealed class NotificationsExport(IQuerySession session) : IExportSource
{
    public string Name => "notifications";

    public async Task WriteAsync(ExportWriter export, Guid userId, CancellationToken cancellationToken)
    {
        var devices = await session.Query<Device>().Where(device => device.UserId == userId).OrderBy(device => device.Id).ToListAsync(cancellationToken);
        var preferences = await session.LoadAsync<NotificationPreferences>(userId, cancellationToken) ?? NotificationPreferences.DefaultOf(userId);
        export.Json.WriteStartObject();
        export.Json.WritePropertyName("preferences");
        export.Write(PreferencesView.Of(preferences));
        export.Json.WritePropertyName("devices");
        export.Write(devices.Select(DeviceView.Of));
        export.Json.WriteStartArray("inbox");
        await foreach (var e in session.Query<InboxEntry>().Where(entry => entry.UserId == userId).OrderBy(entry => entry.Id).ToAsyncEnumerable(cancellationToken))
        {
            export.Write(new { e.Id, e.Kind, e.LedgerId, e.Data, e.CreatedAt, e.ReadAt });
            await export.DrainAsync(cancellationToken);
        }

        export.Json.WriteEndArray();
        export.Json.WriteEndObject();
    }
}
