using MediatR;
using MyBudget.Features.Budgets.Contracts;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.Http.Paging;
using MyBudget.Infrastructure.Security;

namespace MyBudget.Features.Budgets.ListBudgets;

internal static class ListBudgetsEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/", (LedgerScope scope, IMediator mediator, CancellationToken ct) => mediator.Send(new ListBudgets(scope.LedgerId), ct))
        .RequireAuthorization(Policies.LedgerViewer)
        .WithSummary("All budgets by name")
        .Produces<Page<BudgetView>>();
}
