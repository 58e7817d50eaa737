using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using MyBudget.Infrastructure.Security;

namespace MyBudget.Features.Notifications.UnregisterDevice;

internal static class UnregisterDeviceEndpoint
{
    public static void Map(RouteGroupBuilder group) => group
        .MapDelete("/{installationId}", async Task<Results<NoContent, NotFound>> (string installationId, CurrentUser user, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new UnregisterDevice(user.UserId, installationId), ct) ? TypedResults.NoContent() : TypedResults.NotFound())
        .RequireAuthorization(Policies.SignedIn)
        .WithName("UnregisterDevice")
        .WithSummary("Push nothing more to a device");
}
