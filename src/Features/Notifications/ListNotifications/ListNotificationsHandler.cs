namespace MyBudget.Features.Notifications.ListNotifications;

/// <param name="Language">What the request asks for; null for the user's own.</param>
internal sealed record ListNotifications(Guid UserId, Cursor? Cursor, int Limit, bool Unread, string? Language) : IQuery<Page<NotificationView>>;

internal sealed class ListNotificationsHandler(IQuerySession session, TimeProvider time) : IRequestHandler<ListNotifications, Page<NotificationView>>
{
    public async Task<Page<NotificationView>> Handle(ListNotifications request, CancellationToken cancellationToken)
    {
        var before = request.Cursor?.Id ?? Guid.AllBitsSet;
        // The order of ids is that of the notices, and no two share a place.
        var found = await session.DocumentsAsync<InboxEntry>(
            $"""
             where {Inbox.VisibleTo(request.UserId, time.GetUtcNow())} and id < {before} and (not {request.Unread} or data->>'readAt' is null)
             order by id desc limit {request.Limit + 1}
             """,
            cancellationToken);
        var language = request.Language ?? (await session.LoadAsync<UserProfile>(request.UserId, cancellationToken))?.Locale ?? Messages.Languages[0];
        var names = await session.NamesAsync(found, cancellationToken);
        var items = found.Take(request.Limit).Select(entry => NotificationView.Of(entry.Naming(names, language), language)).ToList();
        var next = found.Count > request.Limit ? new Cursor(DateOnly.FromDateTime(items[^1].CreatedAt.UtcDateTime), items[^1].Id).Encode() : null;
        return new Page<NotificationView>(items, next);
    }
}
