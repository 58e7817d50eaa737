namespace MyBudget.Features.Categories.DeleteCategory;

internal static class DeleteCategoryEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapDelete("/{id:guid}", (Guid id, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new DeleteCategory(id, ifMatch), ct).OrNotFound())
        .RequireAuthorization(Policies.LedgerEditor)
        .WithSummary("Delete a category that no entry uses; merge or archive one that has entries")
        .Refuses(StatusCodes.Status409Conflict);
}
