using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using MyBudget.Infrastructure.Security;

namespace MyBudget.Features.Notifications.MarkRead;

internal static class MarkReadEndpoint
{
    public static void Map(RouteGroupBuilder group) => group
        .MapPut("/{id:guid}/read", async Task<Results<NoContent, NotFound>> (Guid id, CurrentUser user, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new MarkRead(user.UserId, id), ct) ? TypedResults.NoContent() : TypedResults.NotFound())
        .RequireAuthorization(Policies.SignedIn)
        .WithName("MarkRead")
        .WithSummary("Mark a notification as read; once read, it keeps the time it was first read");
}
