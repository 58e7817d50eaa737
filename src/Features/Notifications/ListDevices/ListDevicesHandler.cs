using MyBudget.Infrastructure.Http.Paging;

namespace MyBudget.Features.Notifications.ListDevices;

internal sealed record ListDevices(Guid UserId) : IQuery<Page<DeviceView>>;

internal sealed class ListDevicesHandler(IQuerySession session, TimeProvider time) : IRequestHandler<ListDevices, Page<DeviceView>>
{
    public async Task<Page<DeviceView>> Handle(ListDevices request, CancellationToken cancellationToken)
    {
        // A device whose sign-in has ended is pushed to no more, and swept before long.
        var devices = await session.DocumentsAsync<Device>(
            $"""
             where user_id = {request.UserId} and exists (
                 select from {SecurityTables.SignIns:raw} sign_in
                 where sign_in.id = (d.data->>'sessionId')::uuid and sign_in.ended_at is null
                   and (sign_in.data->>'expiresAt')::timestamptz > {time.GetUtcNow()})
             """,
            cancellationToken);
        return new Page<DeviceView>([.. devices.OrderByDescending(device => device.LastSeenAt).Select(DeviceView.Of)], NextCursor: null);
    }
}
