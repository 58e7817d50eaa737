using Marten;
using MediatR;
using MyBudget.Infrastructure.UseCases;

namespace MyBudget.Features.Notifications.GetPreferences;

internal sealed record GetPreferences(Guid UserId) : IQuery<NotificationPreferences>;

internal sealed class GetPreferencesHandler(IQuerySession session) : IRequestHandler<GetPreferences, NotificationPreferences>
{
    public async Task<NotificationPreferences> Handle(GetPreferences request, CancellationToken cancellationToken) =>
        await session.LoadAsync<NotificationPreferences>(request.UserId, cancellationToken) ?? NotificationPreferences.DefaultOf(request.UserId);
}
