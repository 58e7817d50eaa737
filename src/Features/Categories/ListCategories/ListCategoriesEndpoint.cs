using MediatR;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.Http.Paging;
using MyBudget.Infrastructure.Security;

namespace MyBudget.Features.Categories.ListCategories;

internal static class ListCategoriesEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/", async (bool? archived, LedgerScope scope, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new ListCategories(scope.LedgerId, archived), ct))
        .RequireAuthorization(Policies.LedgerViewer)
        .WithSummary("All categories of a ledger in one answer, by kind, group and name; with archived=false only those in use")
        .Produces<Page<Category>>();
}
