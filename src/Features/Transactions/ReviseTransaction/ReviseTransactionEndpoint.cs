using MediatR;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.Security;

namespace MyBudget.Features.Transactions.ReviseTransaction;

internal static class ReviseTransactionEndpoint
{
    public static void Map(RouteGroupBuilder group) => group
        .MapPatch("/{id:guid}", async (Guid id, MergePatch patch, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new ReviseTransaction(id, patch, ifMatch), ct) is { } transaction
                ? (IResult)new Tagged<Transaction>(transaction, EntityTag.Of(transaction.Version))
                : TypedResults.NotFound())
        .RequireAuthorization(Policies.LedgerEditor)
        .WithName("ReviseTransaction")
        .WithSummary("Change a transaction. A reconciled one is unlocked by a patch of nothing but its status")
        .Accepts<TransactionInput>(MergePatch.MediaType, "application/json")
        .Produces<Transaction>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
}
