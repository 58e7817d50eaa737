namespace MyBudget.Features.Categories.GetCategory;

internal static class GetCategoryEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/{id:guid}", (Guid id, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new GetCategory(id), ct).OrNotFound())
        .RequireAuthorization(Policies.LedgerViewer)
        .WithLateAccess()
        .WithSummary("A category")
        .Produces<Category>()
        .Produces(StatusCodes.Status304NotModified);
}
