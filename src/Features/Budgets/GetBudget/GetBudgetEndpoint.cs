namespace MyBudget.Features.Budgets.GetBudget;

internal static class GetBudgetEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/{id:guid}", (Guid id, BudgetRows budgets, CancellationToken ct) =>
            budgets.FindAsync(id, ct).OrNotFound())
        .RequireAuthorization(Policies.LedgerViewer)
        .WithLateAccess()
        .WithSummary("A budget with the amounts that were decided for its periods")
        .Produces<BudgetView>()
        .Produces(StatusCodes.Status304NotModified);
}
