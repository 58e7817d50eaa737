using MediatR;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.Security;

namespace MyBudget.Features.Categories.DeleteCategory;

internal static class DeleteCategoryEndpoint
{
    public static void Map(RouteGroupBuilder group) => group
        .MapDelete("/{id:guid}", async (Guid id, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new DeleteCategory(id, ifMatch), ct) ? (IResult)TypedResults.NoContent() : TypedResults.NotFound())
        .RequireAuthorization(Policies.LedgerEditor)
        .WithName("DeleteCategory")
        .WithSummary("Delete a category that no entry uses; merge or archive one that has entries")
        .Produces(StatusCodes.Status204NoContent)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);
}
