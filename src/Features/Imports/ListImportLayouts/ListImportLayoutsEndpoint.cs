namespace MyBudget.Features.Imports.ListImportLayouts;

internal static class ListImportLayoutsEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/", (Guid accountId, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new ListImportLayouts(accountId), ct).OrNotFound())
        .RequireAuthorization(Policies.LedgerViewer)
        .WithSummary(
            "How the account's next files will be read where they prove nothing themselves, as earlier imports settled it; the latest first")
        .Produces<Page<ImportLayout>>();
}
