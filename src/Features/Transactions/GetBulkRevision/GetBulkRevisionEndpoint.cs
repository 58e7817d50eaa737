namespace MyBudget.Features.Transactions.GetBulkRevision;

internal static class GetBulkRevisionEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/revisions/{id:guid}", (Guid id, IMediator mediator, CancellationToken ct) => mediator.Send(new GetBulkRevision(id), ct).OrNotFound())
        .RequireAuthorization(Policies.LedgerViewer)
        .WithSummary("A change of many transactions, and what became of it")
        .Produces<BulkRevision>()
        .Produces(StatusCodes.Status304NotModified);
}
