namespace MyBudget.Features.Budgets.ReviseBudget;

internal static class ReviseBudgetEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPatch("/{id:guid}", (Guid id, MergePatch patch, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new ReviseBudget(id, patch, ifMatch), ct).OrNotFound())
        .RequireAuthorization(Policies.LedgerEditor)
        .WithSummary("Change a budget; a new amount applies from the current period, or the one with the day effectiveOn, or to it alone")
        .Accepts<BudgetInput>(MergePatch.MediaType, "application/json")
        .Produces<BudgetView>()
        .Refuses(StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
}
