namespace MyBudget.Features.Transactions.ListTransactions;

internal static class ListTransactionsEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/", ([AsParameters] TransactionFilter filter, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new ListTransactions(filter), ct))
        .RequireAuthorization(Policies.LedgerViewer)
        .WithLateAccess()
        .WithSummary("Transactions, newest date first; filters combine. Pages stay stable while others write")
        .Produces<Page<Transaction>>();
}
