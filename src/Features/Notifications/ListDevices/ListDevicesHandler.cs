using Marten;
using MediatR;
using MyBudget.Infrastructure.Http.Paging;
using MyBudget.Infrastructure.Messaging;

namespace MyBudget.Features.Notifications.ListDevices;

internal sealed record ListDevices(Guid UserId) : IQuery<Page<DeviceView>>;

internal sealed class ListDevicesHandler(IQuerySession session) : IRequestHandler<ListDevices, Page<DeviceView>>
{
    public async Task<Page<DeviceView>> Handle(ListDevices request, CancellationToken cancellationToken)
    {
        var devices = await session.Query<Device>().Where(device => device.UserId == request.UserId).ToListAsync(cancellationToken);
        return new Page<DeviceView>([.. devices.OrderByDescending(device => device.LastSeenAt).Select(DeviceView.Of)], NextCursor: null);
    }
}
