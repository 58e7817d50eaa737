namespace MyBudget.Features.Transactions.GetTransactionHistory;

internal static class GetTransactionHistoryEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/{id:guid}/history", (Guid id, [AsParameters] PageQuery filter, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new GetTransactionHistory(id, filter), ct).OrNotFound(TypedResults.Ok))
        .RequireAuthorization(Policies.LedgerViewer)
        .WithSummary("Who changed what and when, newest first; also of a deleted transaction");
}
