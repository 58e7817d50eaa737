using MediatR;
using MyBudget.Infrastructure.Security;

namespace MyBudget.Features.Ledgers.RemoveMember;

internal static class RemoveMemberEndpoint
{
    public static void Map(RouteGroupBuilder group) => group
        .MapDelete("/members/{userId:guid}", async Task<IResult> (Guid ledgerId, Guid userId, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new RemoveMember(ledgerId, userId), ct) ? TypedResults.NoContent() : TypedResults.NotFound())
        .RequireAuthorization(Policies.LedgerViewer)
        .WithName("RemoveMember")
        .WithSummary("Leave a ledger, or, as an owner, remove another member; the last owner cannot leave")
        .Produces(StatusCodes.Status204NoContent)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
}
