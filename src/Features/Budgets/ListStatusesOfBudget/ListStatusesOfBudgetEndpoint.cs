namespace MyBudget.Features.Budgets.ListStatusesOfBudget;

internal static class ListStatusesOfBudgetEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/{id:guid}/statuses", (Guid id, DateOnly? on, DateOnly? from, DateOnly? to, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new ListStatusesOfBudget(id, on, from, to), ct)
                .OrNotFound(found => TypedResults.Ok(new Page<BudgetStatusView>(found, null))))
        .RequireAuthorization(Policies.LedgerViewer)
        .WithLateAccess()
        .WithSummary("How a budget stands in every period that has a day between two, at most 5,000 of them")
        .WithDescription(
            "Past periods as of their last day, the one with the day on (today in the caller's time zone, if none is given) as of that day, later "
            + "ones as of their first. Without from the year up to to, without to up to today.")
        .Refuses(StatusCodes.Status422UnprocessableEntity);
}
