using System.ComponentModel;

namespace MyBudget.Features.Accounts.GetAccount;

internal static class GetAccountEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/{id:guid}", (Guid id, [Description(AccountRows.On)] DateOnly? on, AccountRows accounts, CancellationToken ct) =>
            accounts.FindAsync(id, on, ct).OrNotFound())
        .RequireAuthorization(Policies.LedgerViewer)
        .WithLateAccess()
        .WithSummary("An account with its balances, of everything that is entered or, with on, at the end of that day")
        .Produces<AccountView>()
        .Produces(StatusCodes.Status304NotModified);
}
