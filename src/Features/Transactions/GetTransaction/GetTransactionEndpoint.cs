namespace MyBudget.Features.Transactions.GetTransaction;

internal static class GetTransactionEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/{id:guid}", (Guid id, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new GetTransaction(id), ct).OrNotFound())
        .RequireAuthorization(Policies.LedgerViewer)
        .WithLateAccess()
        .WithSummary("A transaction; one that was deleted is not found")
        .Produces<Transaction>()
        .Produces(StatusCodes.Status304NotModified);
}
