namespace MyBudget.Features.Transactions.RestoreTransaction;

internal static class RestoreTransactionEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPost("/{id:guid}/restoration", (Guid id, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new RestoreTransaction(id, ifMatch), ct)
                .OrNotFound(transaction => new Tagged<Transaction>(transaction, EntityTag.Of(transaction.Version))))
        .RequireAuthorization(Policies.LedgerEditor)
        .WithLateAccess()
        .WithSummary("Bring a deleted transaction back; one that is there stays as it is")
        .Produces<Transaction>()
        .Refuses(StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
}
