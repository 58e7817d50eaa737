namespace MyBudget.Features.Notifications;

internal sealed class NotificationsExport(IQuerySession session, TimeProvider time) : IExportSource
{
    private const int PageSize = 500;

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
        await WriteInboxAsync(export, userId, cancellationToken);
        export.Json.WriteEndArray();
        export.Json.WriteEndObject();
    }

    /// <summary>What the user sees of it: of a ledger that they are no longer a member of, or that was deleted, they take nothing along.</summary>
    private async Task WriteInboxAsync(ExportWriter export, Guid userId, CancellationToken cancellationToken)
    {
        var language = (await session.LoadAsync<UserProfile>(userId, cancellationToken))?.Locale ?? Messages.Languages[0];
        var after = Guid.Empty;
        IReadOnlyList<InboxEntry> page;
        do
        {
            page = await session.DocumentsAsync<InboxEntry>(
                $"where {Inbox.VisibleTo(userId, time.GetUtcNow())} and id > {after} order by id limit {PageSize}", cancellationToken);
            var names = await session.NamesAsync(page, cancellationToken);
            foreach (var e in page.Select(entry => entry.Naming(names, language)))
            {
                export.Write(new { e.Id, e.Kind, e.LedgerId, e.Data, e.CreatedAt, e.ReadAt });
                await export.DrainAsync(cancellationToken);
                after = e.Id;
            }
        }
        while (page.Count == PageSize);
    }
}
