namespace MyBudget.Features.Transactions.ReviseTransaction;

internal static class ReviseTransactionEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPatch("/{id:guid}", (Guid id, MergePatch patch, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new ReviseTransaction(id, patch, ifMatch), ct)
                .OrNotFound(transaction => new Tagged<Transaction>(transaction, EntityTag.Of(transaction.Version))))
        .RequireAuthorization(Policies.LedgerEditor)
        .WithLateAccess()
        .WithSummary("Change a transaction. A reconciled one is unlocked by a patch of nothing but its status")
        .Accepts<TransactionInput>(MergePatch.MediaType, "application/json")
        .Produces<Transaction>()
        .Refuses(StatusCodes.Status422UnprocessableEntity);
}
