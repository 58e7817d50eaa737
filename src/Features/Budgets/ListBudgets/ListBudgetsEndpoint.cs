namespace MyBudget.Features.Budgets.ListBudgets;

internal static class ListBudgetsEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/", (BudgetRows budgets, CancellationToken ct) => budgets.ListAsync(ct))
        .RequireAuthorization(Policies.LedgerViewer)
        .WithLateAccess()
        .WithSummary("All budgets by name")
        .Produces<Page<BudgetView>>();
}
