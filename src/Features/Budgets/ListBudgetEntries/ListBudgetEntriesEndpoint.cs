namespace MyBudget.Features.Budgets.ListBudgetEntries;

internal static class ListBudgetEntriesEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/{id:guid}/entries", (Guid id, DateOnly? on, DateOnly? period, [AsParameters] PageQuery page, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new ListBudgetEntries(id, on, period, page), ct).OrNotFound(TypedResults.Ok))
        .RequireAuthorization(Policies.LedgerViewer)
        .WithLateAccess()
        .WithSummary("The transactions that count in a period of a budget, and why, newest date first; what they spent adds up to the period's spent")
        .WithDescription(
            "The period is named by a day in it: by period, such as the periodStart of a status, or by on. Today's, in the caller's time zone, if "
            + "neither is given.")
        .Refuses(StatusCodes.Status422UnprocessableEntity);
}
