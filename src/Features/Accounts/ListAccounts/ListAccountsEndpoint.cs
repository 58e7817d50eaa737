namespace MyBudget.Features.Accounts.ListAccounts;

internal static class ListAccountsEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/", (AccountRows accounts, CancellationToken ct) => accounts.ListAsync(ct))
        .RequireAuthorization(Policies.LedgerViewer)
        .WithLateAccess()
        .WithSummary("All accounts with their balances, open ones first, by name")
        .Produces<Page<AccountView>>();
}
