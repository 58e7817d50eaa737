namespace MyBudget.Features.Imports.ListImports;

internal static class ListImportsEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/", ([AsParameters] PageQuery filter, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new ListImports(filter), ct))
        .RequireAuthorization(Policies.LedgerViewer)
        .WithLateAccess()
        .WithSummary("Imports without their rows, newest first; those undone too")
        .Produces<Page<Import>>();
}
