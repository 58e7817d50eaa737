using MyBudget.Features.Budgets.Contracts;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.Http.Paging;
using MyBudget.Infrastructure.Security;

namespace MyBudget.Features.Budgets.ListBudgets;

internal static class ListBudgetsEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/", (LedgerScope scope, BudgetRows budgets, CancellationToken ct) => budgets.ListAsync(scope.LedgerId, ct))
        .RequireAuthorization(Policies.LedgerViewer)
        .WithSummary("All budgets by name")
        .Produces<Page<BudgetView>>();
}
