using MediatR;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.Security;

namespace MyBudget.Features.Categories.GetCategory;

internal static class GetCategoryEndpoint
{
    public static void Map(RouteGroupBuilder group) => group
        .MapGet("/{id:guid}", async (Guid id, LedgerScope scope, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new GetCategory(scope.LedgerId, id), ct) is { } category ? (IResult)category : TypedResults.NotFound())
        .RequireAuthorization(Policies.LedgerViewer)
        .WithName("GetCategory")
        .WithSummary("A category")
        .Produces<Category>()
        .Produces(StatusCodes.Status304NotModified)
        .ProducesProblem(StatusCodes.Status404NotFound);
}
