namespace MyBudget.Features.Budgets.GetBudgetStatus;

internal static class GetBudgetStatusEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/{id:guid}/status", (Guid id, DateOnly? on, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new GetBudgetStatus(id, on), ct).OrNotFound(TypedResults.Ok))
        .RequireAuthorization(Policies.LedgerViewer)
        .WithLateAccess()
        .WithSummary("How a budget stands on a day, today (in the caller's time zone) if none is given")
        .Refuses(StatusCodes.Status422UnprocessableEntity);
}
