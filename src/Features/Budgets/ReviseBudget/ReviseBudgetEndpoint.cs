using MediatR;
using MyBudget.Features.Budgets.Contracts;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.Security;

namespace MyBudget.Features.Budgets.ReviseBudget;

internal static class ReviseBudgetEndpoint
{
    public static void Map(RouteGroupBuilder group) => group
        .MapPatch("/{id:guid}", async (Guid id, MergePatch patch, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new ReviseBudget(id, patch, ifMatch), ct) is { } json ? (IResult)json : TypedResults.NotFound())
        .RequireAuthorization(Policies.LedgerEditor)
        .WithName("ReviseBudget")
        .WithSummary("Change a budget; a new amount applies from the current period, or the one with the day effectiveOn")
        .Accepts<BudgetInput>(MergePatch.MediaType, "application/json")
        .Produces<BudgetView>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
}
