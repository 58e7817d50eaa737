using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using MyBudget.Infrastructure.Security;

namespace MyBudget.Features.Identity.EndSession;

internal static class EndSessionEndpoint
{
    public static void Map(RouteGroupBuilder group) => group
        .MapDelete("/sessions/{id:guid}", async Task<Results<NoContent, NotFound>> (Guid id, CurrentUser user, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new EndSession(user.UserId, id), ct) ? TypedResults.NoContent() : TypedResults.NotFound())
        .RequireAuthorization(Policies.SignedIn)
        .WithName("EndSession")
        .WithSummary("Sign out one of the user's devices at once");
}
