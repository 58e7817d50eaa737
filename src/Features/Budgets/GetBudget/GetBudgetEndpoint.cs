namespace MyBudget.Features.Budgets.GetBudget;

internal static class GetBudgetEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/{id:guid}", (Guid id, DateOnly? on, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new GetBudget(id, on), ct).OrNotFound())
        .RequireAuthorization(Policies.LedgerViewer)
        .WithLateAccess()
        .WithSummary("A budget with its plan and the amount in force on a day, today (in the caller's time zone) if none is given")
        .Produces<BudgetView>()
        .Produces(StatusCodes.Status304NotModified);
}
