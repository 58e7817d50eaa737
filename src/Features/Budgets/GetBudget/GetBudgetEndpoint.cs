using MediatR;
using MyBudget.Features.Budgets.Contracts;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.Security;

namespace MyBudget.Features.Budgets.GetBudget;

internal static class GetBudgetEndpoint
{
    public static void Map(RouteGroupBuilder group) => group
        .MapGet("/{id:guid}", async (Guid id, LedgerScope scope, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new GetBudget(scope.LedgerId, id), ct) is { } json ? (IResult)json : TypedResults.NotFound())
        .RequireAuthorization(Policies.LedgerViewer)
        .WithName("GetBudget")
        .WithSummary("A budget with the amounts that were decided for its periods")
        .Produces<BudgetView>()
        .Produces(StatusCodes.Status304NotModified)
        .ProducesProblem(StatusCodes.Status404NotFound);
}
