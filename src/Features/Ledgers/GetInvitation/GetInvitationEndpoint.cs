using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using MyBudget.Infrastructure.Security;

namespace MyBudget.Features.Ledgers.GetInvitation;

internal static class GetInvitationEndpoint
{
    public static void Map(RouteGroupBuilder group) => group
        .MapGet("/{code}", async Task<Results<Ok<ReceivedInvitation>, NotFound>> (string code, CurrentUser user, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new GetInvitation(code, user.UserId), ct) is { } invitation ? TypedResults.Ok(invitation) : TypedResults.NotFound())
        .RequireAuthorization(Policies.SignedIn)
        .WithName("GetInvitation")
        .WithSummary("What the user is invited to, before they accept it")
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
}
