using MediatR;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.Security;

namespace MyBudget.Features.Transactions.DeleteTransaction;

internal static class DeleteTransactionEndpoint
{
    public static void Map(RouteGroupBuilder group) => group
        .MapDelete("/{id:guid}", async (Guid id, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new DeleteTransaction(id, ifMatch), ct) ? (IResult)TypedResults.NoContent() : TypedResults.NotFound())
        .RequireAuthorization(Policies.LedgerEditor)
        .WithName("DeleteTransaction")
        .WithSummary("Delete a transaction; it can be restored")
        .Produces(StatusCodes.Status204NoContent)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
}
