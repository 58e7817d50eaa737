using Marten;
using MediatR;
using MyBudget.Infrastructure.UseCases;

namespace MyBudget.Features.Notifications.GetUnreadCount;

internal sealed record GetUnreadCount(Guid UserId) : IQuery<UnreadCount>;

/// <param name="Unread">How many were not read.</param>
internal sealed record UnreadCount(long Unread);

internal sealed class GetUnreadCountHandler(IQuerySession session) : IRequestHandler<GetUnreadCount, UnreadCount>
{
    private const string Unread = $"select count(*) from {Inbox.Table} where {Inbox.Visible} and data->>'readAt' is null";

    public async Task<UnreadCount> Handle(GetUnreadCount request, CancellationToken cancellationToken)
    {
        var counts = await session.QueryAsync<long>(Unread, cancellationToken, request.UserId, request.UserId);
        return new UnreadCount(counts[0]);
    }
}
