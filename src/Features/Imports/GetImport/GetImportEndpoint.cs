namespace MyBudget.Features.Imports.GetImport;

internal static class GetImportEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/{id:guid}", (Guid id, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new GetImport(id), ct).OrNotFound())
        .RequireAuthorization(Policies.LedgerViewer)
        .WithSummary("An import and what became of each row")
        .Produces<ImportReport>()
        .Produces(StatusCodes.Status304NotModified);
}
