using MyBudget.Features.Accounts.Contracts;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.Http.Paging;
using MyBudget.Infrastructure.Security;

namespace MyBudget.Features.Accounts.ListAccounts;

internal static class ListAccountsEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/", (LedgerScope scope, AccountRows accounts, CancellationToken ct) => accounts.ListAsync(scope.LedgerId, ct))
        .RequireAuthorization(Policies.LedgerViewer)
        .WithSummary("All accounts with their balances, open ones first, by name")
        .Produces<Page<AccountView>>();
}
