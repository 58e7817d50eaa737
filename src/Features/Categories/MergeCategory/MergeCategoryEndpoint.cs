using MediatR;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.OpenApi;
using MyBudget.Infrastructure.Security;

namespace MyBudget.Features.Categories.MergeCategory;

internal static class MergeCategoryEndpoint
{
    public static void Map(RouteGroupBuilder group) => group
        .MapPost("/{id:guid}/merger", async (Guid id, MergeCategoryRequest body, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new MergeCategory(id, body.Into, ifMatch), ct) is { } into
                ? (IResult)new Tagged<Category>(into, EntityTag.Of(into.Version))
                : TypedResults.NotFound())
        .RequireAuthorization(Policies.LedgerEditor)
        .WithName("MergeCategory")
        .WithSummary("Move everything under a category to another of the same kind, which is answered; the first is gone then")
        .Produces<Category>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .WithRequestTimeout(HttpSetup.LongTimeout);
}

/// <param name="Into">The category that takes over.</param>
[RequiredMembers("into")]
internal sealed record MergeCategoryRequest(Guid? Into);
