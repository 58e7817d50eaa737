namespace MyBudget.Features.Budgets.CreateBudget;

internal static class CreateBudgetEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPost("/", async (CreateBudgetRequest body, LedgerScope scope, IMediator mediator, CancellationToken ct) =>
        {
            var budget = await mediator.Send(new CreateBudget(body.Id, body), ct);
            return BudgetView.Show(budget) with { Location = $"/api/v1/ledgers/{scope.LedgerId}/budgets/{budget.Id}" };
        })
        .RequireAuthorization(Policies.LedgerEditor)
        .WithSummary("Create a budget; what was spent in its periods so far counts")
        .Produces<BudgetView>(StatusCodes.Status201Created)
        .Refuses(StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
}
