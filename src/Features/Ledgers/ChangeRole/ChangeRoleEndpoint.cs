using MediatR;
using MyBudget.Domain;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.Security;

namespace MyBudget.Features.Ledgers.ChangeRole;

internal static class ChangeRoleEndpoint
{
    public static void Map(RouteGroupBuilder group) => group
        .MapPatch("/members/{userId:guid}", async Task<IResult> (Guid ledgerId, Guid userId, MergePatch patch, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new ChangeRole(ledgerId, userId, patch), ct) is { } member ? TypedResults.Ok(member) : TypedResults.NotFound())
        .RequireAuthorization(Policies.LedgerOwner)
        .WithName("ChangeRole")
        .WithSummary("Give a member another role, also that of an owner; it holds from their next request on")
        .Accepts<MemberDetails>(MergePatch.MediaType, "application/json")
        .Produces<MemberView>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
}

/// <param name="Role">What the member may do. The last owner stays one.</param>
internal sealed record MemberDetails(LedgerRole? Role);
