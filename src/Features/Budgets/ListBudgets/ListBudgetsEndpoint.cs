namespace MyBudget.Features.Budgets.ListBudgets;

internal static class ListBudgetsEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/", (DateOnly? on, IMediator mediator, CancellationToken ct) => mediator.Send(new ListBudgets(on), ct))
        .RequireAuthorization(Policies.LedgerViewer)
        .WithLateAccess()
        .WithSummary("All budgets by name, with the amounts in force on a day, today (in the caller's time zone) if none is given")
        .Produces<Page<BudgetView>>();
}
