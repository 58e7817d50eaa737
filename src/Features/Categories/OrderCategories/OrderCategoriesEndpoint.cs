namespace MyBudget.Features.Categories.OrderCategories;

internal static class OrderCategoriesEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPut("/order", (OrderRequest body, IMediator mediator, CancellationToken ct) => mediator.Send(new OrderCategories(body.Ids), ct))
        .RequireAuthorization(Policies.LedgerEditor)
        .WithSummary("Put categories in this order, and groups in that of their first categories; those that are not named follow by name")
        .Produces<Page<Category>>()
        .Refuses(StatusCodes.Status422UnprocessableEntity);
}

/// <param name="Ids">Categories, first to last.</param>
[RequiredMembers("ids")]
internal sealed record OrderRequest(IReadOnlyList<Guid>? Ids);
