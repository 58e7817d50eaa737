using MediatR;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.Security;

namespace MyBudget.Features.Budgets.GetBudgetStatus;

internal static class GetBudgetStatusEndpoint
{
    public static void Map(RouteGroupBuilder group) => group
        .MapGet("/{id:guid}/status", async (Guid id, DateOnly? on, LedgerScope scope, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new GetBudgetStatus(scope.LedgerId, id, on), ct) is { } status
                ? (IResult)TypedResults.Ok(status)
                : TypedResults.NotFound())
        .RequireAuthorization(Policies.LedgerViewer)
        .WithName("GetBudgetStatus")
        .WithSummary("How a budget stands on a day, today (UTC) if none is given")
        .Produces<BudgetStatusView>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
}
