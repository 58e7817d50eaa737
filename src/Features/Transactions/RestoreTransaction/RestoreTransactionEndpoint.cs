using MediatR;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.Security;

namespace MyBudget.Features.Transactions.RestoreTransaction;

internal static class RestoreTransactionEndpoint
{
    public static void Map(RouteGroupBuilder group) => group
        .MapPost("/{id:guid}/restoration", async (Guid id, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new RestoreTransaction(id, ifMatch), ct) is { } transaction
                ? (IResult)new Tagged<Transaction>(transaction, EntityTag.Of(transaction.Version))
                : TypedResults.NotFound())
        .RequireAuthorization(Policies.LedgerEditor)
        .WithName("RestoreTransaction")
        .WithSummary("Bring a deleted transaction back; one that is there stays as it is")
        .Produces<Transaction>()
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
}
