namespace MyBudget.Features.Categories.ReviseCategory;

internal static class ReviseCategoryEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPatch("/{id:guid}", (Guid id, MergePatch patch, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new ReviseCategory(id, patch, ifMatch), ct)
                .OrNotFound(category => new Tagged<Category>(category, EntityTag.Of(category.Version))))
        .RequireAuthorization(Policies.LedgerEditor)
        .WithSummary("Rename, regroup, restyle, archive or unarchive a category; its kind is fixed")
        .Accepts<CategoryInput>(MergePatch.MediaType, "application/json")
        .Produces<Category>()
        .Refuses(StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
}
