using MediatR;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.Security;

namespace MyBudget.Features.Categories.ReviseCategory;

internal static class ReviseCategoryEndpoint
{
    public static void Map(RouteGroupBuilder group) => group
        .MapPatch("/{id:guid}", async (Guid id, MergePatch patch, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new ReviseCategory(id, patch, ifMatch), ct) is { } category
                ? (IResult)new Tagged<Category>(category, EntityTag.Of(category.Version))
                : TypedResults.NotFound())
        .RequireAuthorization(Policies.LedgerEditor)
        .WithName("ReviseCategory")
        .WithSummary("Rename, regroup, restyle, archive or unarchive a category; its kind is fixed")
        .Accepts<CategoryInput>(MergePatch.MediaType, "application/json")
        .Produces<Category>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
}
