namespace MyBudget.Features.Budgets.ListBudgetStatuses;

internal static class ListBudgetStatusesEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/status", async (DateOnly? on, DateOnly? from, DateOnly? to, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(new Page<BudgetStatusView>(await mediator.Send(new ListBudgetStatuses(on, from, to), ct), null)))
        .RequireAuthorization(Policies.LedgerViewer)
        .WithLateAccess()
        .WithSummary("How every budget stands that has started by a day, today (in the caller's time zone) if none is given; or, from a day to another, in every period")
        .WithDescription(
            "With from and to, of each budget by name every period that has a day between the two, at most 5,000 together: past ones as of their "
            + "last day, the one with the day on as of that day, later ones as of their first. Without from the year up to to, without to up to today.")
        .Refuses(StatusCodes.Status422UnprocessableEntity);
}
