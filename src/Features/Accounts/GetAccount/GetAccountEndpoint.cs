using MyBudget.Features.Accounts.Contracts;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.Security;

namespace MyBudget.Features.Accounts.GetAccount;

internal static class GetAccountEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/{id:guid}", (Guid id, LedgerScope scope, AccountRows accounts, CancellationToken ct) =>
            accounts.FindAsync(scope.LedgerId, id, ct).OrNotFound())
        .RequireAuthorization(Policies.LedgerViewer)
        .WithSummary("An account with its balances")
        .Produces<AccountView>()
        .Produces(StatusCodes.Status304NotModified);
}
