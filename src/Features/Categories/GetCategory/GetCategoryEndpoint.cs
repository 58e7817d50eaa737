using MediatR;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.Security;

namespace MyBudget.Features.Categories.GetCategory;

internal static class GetCategoryEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/{id:guid}", (Guid id, LedgerScope scope, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new GetCategory(scope.LedgerId, id), ct).OrNotFound())
        .RequireAuthorization(Policies.LedgerViewer)
        .WithSummary("A category")
        .Produces<Category>()
        .Produces(StatusCodes.Status304NotModified);
}
