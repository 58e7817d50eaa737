using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using MyBudget.Infrastructure.Security;

namespace MyBudget.Features.Ledgers.DeclineInvitation;

internal static class DeclineInvitationEndpoint
{
    public static void Map(RouteGroupBuilder group) => group
        .MapDelete("/{code}", async Task<Results<NoContent, NotFound>> (string code, CurrentUser user, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new DeclineInvitation(code, user.UserId), ct) ? TypedResults.NoContent() : TypedResults.NotFound())
        .RequireAuthorization(Policies.SignedIn)
        .WithName("DeclineInvitation")
        .WithSummary("Turn an invitation down; its code is good no more")
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
}
