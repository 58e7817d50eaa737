using MediatR;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.Security;

namespace MyBudget.Features.Transactions.GetTransaction;

internal static class GetTransactionEndpoint
{
    public static void Map(RouteGroupBuilder group) => group
        .MapGet("/{id:guid}", async (Guid id, LedgerScope scope, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new GetTransaction(scope.LedgerId, id), ct) is { } json ? (IResult)json : TypedResults.NotFound())
        .RequireAuthorization(Policies.LedgerViewer)
        .WithName("GetTransaction")
        .WithSummary("A transaction; one that was deleted is not found")
        .Produces<Transaction>()
        .Produces(StatusCodes.Status304NotModified)
        .ProducesProblem(StatusCodes.Status404NotFound);
}
