namespace MyBudget.Features.Notifications.GetUnreadCount;

internal sealed record GetUnreadCount(Guid UserId) : IQuery<UnreadCount>;

/// <param name="Unread">How many were not read.</param>
internal sealed record UnreadCount(long Unread);

internal sealed class GetUnreadCountHandler(IQuerySession session, TimeProvider time) : IRequestHandler<GetUnreadCount, UnreadCount>
{
    public async Task<UnreadCount> Handle(GetUnreadCount request, CancellationToken cancellationToken) => new(
        await session.Sql(
            $"select count(*) from {NotificationsTables.Inbox:raw} where {Inbox.VisibleTo(request.UserId, time.GetUtcNow())} and data->>'readAt' is null")
            .ScalarAsync<long>(cancellationToken));
}
