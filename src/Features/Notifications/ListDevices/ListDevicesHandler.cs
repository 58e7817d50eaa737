using Marten;
using MediatR;
using MyBudget.Infrastructure.Http.Paging;
using MyBudget.Infrastructure.UseCases;

namespace MyBudget.Features.Notifications.ListDevices;

internal sealed record ListDevices(Guid UserId) : IQuery<Page<DeviceView>>;

internal sealed class ListDevicesHandler(IQuerySession session, TimeProvider time) : IRequestHandler<ListDevices, Page<DeviceView>>
{
    // One whose sign-in has ended is pushed to no more, and swept before long.
    private const string Reachable =
        """
        where user_id = ? and exists (
            select from mt_doc_sign_in_session sign_in
            where sign_in.id = (d.data->>'sessionId')::uuid and sign_in.ended_at is null and (sign_in.data->>'expiresAt')::timestamptz > ?)
        """;

    public async Task<Page<DeviceView>> Handle(ListDevices request, CancellationToken cancellationToken)
    {
        var devices = await session.QueryAsync<Device>(Reachable, cancellationToken, request.UserId, time.GetUtcNow());
        return new Page<DeviceView>([.. devices.OrderByDescending(device => device.LastSeenAt).Select(DeviceView.Of)], NextCursor: null);
    }
}
