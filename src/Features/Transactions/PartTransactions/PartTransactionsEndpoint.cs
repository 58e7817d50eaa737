namespace MyBudget.Features.Transactions.PartTransactions;

internal static class PartTransactionsEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapDelete("/{id:guid}/joining/{withId:guid}", (Guid id, Guid withId, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new PartTransactions(id, withId, ifMatch), ct)
                .OrNotFound(transaction => new Tagged<Transaction>(transaction, EntityTag.Of(transaction.Version))))
        .RequireAuthorization(Policies.LedgerEditor)
        .WithLateAccess()
        .WithSummary("Part it from the transaction that was joined last, which is there again. What was changed since stays changed")
        .Produces<Transaction>()
        .Refuses(StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
}
