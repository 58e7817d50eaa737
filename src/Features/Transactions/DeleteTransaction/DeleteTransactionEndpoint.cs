namespace MyBudget.Features.Transactions.DeleteTransaction;

internal static class DeleteTransactionEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapDelete("/{id:guid}", (Guid id, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new DeleteTransaction(id, ifMatch), ct).OrNotFound())
        .RequireAuthorization(Policies.LedgerEditor)
        .WithLateAccess()
        .WithSummary("Delete a transaction; it can be restored")
        .Refuses(StatusCodes.Status422UnprocessableEntity);
}
