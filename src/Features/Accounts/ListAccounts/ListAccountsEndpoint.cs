using System.ComponentModel;

namespace MyBudget.Features.Accounts.ListAccounts;

internal static class ListAccountsEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/", ([Description(AccountRows.On)] DateOnly? on, AccountRows accounts, CancellationToken ct) => accounts.ListAsync(on, ct))
        .RequireAuthorization(Policies.LedgerViewer)
        .WithLateAccess()
        .WithSummary("All accounts with their balances, of everything that is entered or, with on, at the end of that day; open ones first, by name")
        .Produces<Page<AccountView>>();
}
