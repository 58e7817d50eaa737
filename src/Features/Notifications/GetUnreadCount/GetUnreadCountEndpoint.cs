using MediatR;
using MyBudget.Infrastructure.Security;

namespace MyBudget.Features.Notifications.GetUnreadCount;

internal static class GetUnreadCountEndpoint
{
    public static void Map(RouteGroupBuilder group) => group
        .MapGet("/unread-count", async (CurrentUser user, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new GetUnreadCount(user.UserId), ct)))
        .RequireAuthorization(Policies.SignedIn)
        .WithName("GetUnreadCount")
        .WithSummary("How many notifications were not read: for the app's badge");
}
