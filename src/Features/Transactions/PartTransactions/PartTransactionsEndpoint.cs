namespace MyBudget.Features.Transactions.PartTransactions;

internal static class PartTransactionsEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapDelete("/{id:guid}/joining", (Guid id, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new PartTransactions(id, ifMatch), ct)
                .OrNotFound(transaction => new Tagged<Transaction>(transaction, EntityTag.Of(transaction.Version))))
        .RequireAuthorization(Policies.LedgerEditor)
        .WithLateAccess()
        .WithSummary("Part what was joined last: the other transaction is there again. What was changed since stays changed")
        .Produces<Transaction>()
        .Refuses(StatusCodes.Status422UnprocessableEntity);
}
