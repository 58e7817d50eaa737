using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using MyBudget.Infrastructure.Security;

namespace MyBudget.Features.Notifications.DeleteNotification;

internal static class DeleteNotificationEndpoint
{
    public static void Map(RouteGroupBuilder group) => group
        .MapDelete("/{id:guid}", async Task<Results<NoContent, NotFound>> (Guid id, CurrentUser user, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new DeleteNotification(user.UserId, id), ct) ? TypedResults.NoContent() : TypedResults.NotFound())
        .RequireAuthorization(Policies.SignedIn)
        .WithName("DeleteNotification")
        .WithSummary("Delete a notification; what it told is not told again");
}
