namespace MyBudget.Features.Budgets.DeleteBudget;

internal static class DeleteBudgetEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapDelete("/{id:guid}", (Guid id, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new DeleteBudget(id, ifMatch), ct).OrNotFound())
        .RequireAuthorization(Policies.LedgerEditor)
        .WithSummary("Delete a budget; transactions stay as they are");
}
