namespace MyBudget.Features.Categories.ListCategories;

internal static class ListCategoriesEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/", (bool? archived, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new ListCategories(archived), ct))
        .RequireAuthorization(Policies.LedgerViewer)
        .WithLateAccess()
        .WithSummary("All categories of a ledger in one answer, by kind, then as they were ordered or by group and name; with archived=false only those in use")
        .Produces<Page<Category>>();
}
