namespace MyBudget.Features.Transactions.UndoBulkRevision;

internal static class UndoBulkRevisionEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapDelete("/revisions/{id:guid}", (Guid id, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new UndoBulkRevision(id, ifMatch), ct)
                .OrNotFound(known => new Tagged<BulkRevision>(known, EntityTag.Of(known.Version))))
        .RequireAuthorization(Policies.LedgerEditor)
        .WithSummary("Take back a change of many transactions, in one write. What others have changed since stays, and is listed")
        .Produces<BulkRevision>()
        .Refuses(StatusCodes.Status422UnprocessableEntity)
        .FewAtOnce(TakesMemory.ManyEntries)
        .WithRequestTimeout(HttpSetup.LongTimeout);
}
