namespace MyBudget.Features.Budgets.ListBudgetStatuses;

internal static class ListBudgetStatusesEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/status", async (DateOnly? on, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(new Page<BudgetStatusView>(await mediator.Send(new ListBudgetStatuses(on), ct), null)))
        .RequireAuthorization(Policies.LedgerViewer)
        .WithLateAccess()
        .WithSummary("How every budget stands that has started by a day, today (UTC) if none is given");
}
