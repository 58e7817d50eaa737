using MediatR;
using MyBudget.Infrastructure.Security;

namespace MyBudget.Features.Notifications.CountUnread;

internal static class CountUnreadEndpoint
{
    public static void Map(RouteGroupBuilder group) => group
        .MapGet("/unread-count", async (CurrentUser user, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new CountUnread(user.UserId), ct)))
        .RequireAuthorization(Policies.SignedIn)
        .WithName("CountUnread")
        .WithSummary("How many notifications were not read: for the app's badge");
}
