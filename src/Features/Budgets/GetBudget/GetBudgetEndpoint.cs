using MyBudget.Features.Budgets.Contracts;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.Security;

namespace MyBudget.Features.Budgets.GetBudget;

internal static class GetBudgetEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/{id:guid}", (Guid id, LedgerScope scope, BudgetRows budgets, CancellationToken ct) =>
            budgets.FindAsync(scope.LedgerId, id, ct).OrNotFound())
        .RequireAuthorization(Policies.LedgerViewer)
        .WithSummary("A budget with the amounts that were decided for its periods")
        .Produces<BudgetView>()
        .Produces(StatusCodes.Status304NotModified);
}
