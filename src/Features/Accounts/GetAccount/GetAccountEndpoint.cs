namespace MyBudget.Features.Accounts.GetAccount;

internal static class GetAccountEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/{id:guid}", (Guid id, AccountRows accounts, CancellationToken ct) =>
            accounts.FindAsync(id, ct).OrNotFound())
        .RequireAuthorization(Policies.LedgerViewer)
        .WithLateAccess()
        .WithSummary("An account with its balances")
        .Produces<AccountView>()
        .Produces(StatusCodes.Status304NotModified);
}
