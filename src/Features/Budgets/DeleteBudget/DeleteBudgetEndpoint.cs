using MediatR;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.Security;

namespace MyBudget.Features.Budgets.DeleteBudget;

internal static class DeleteBudgetEndpoint
{
    public static void Map(RouteGroupBuilder group) => group
        .MapDelete("/{id:guid}", async (Guid id, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new DeleteBudget(id, ifMatch), ct) ? (IResult)TypedResults.NoContent() : TypedResults.NotFound())
        .RequireAuthorization(Policies.LedgerEditor)
        .WithName("DeleteBudget")
        .WithSummary("Delete a budget; transactions stay as they are")
        .Produces(StatusCodes.Status204NoContent)
        .ProducesProblem(StatusCodes.Status404NotFound);
}
