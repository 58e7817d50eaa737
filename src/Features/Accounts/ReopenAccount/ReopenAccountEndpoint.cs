namespace MyBudget.Features.Accounts.ReopenAccount;

internal static class ReopenAccountEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapDelete("/{id:guid}/closure", (Guid id, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new ReopenAccount(id, ifMatch), ct).OrNotFound())
        .RequireAuthorization(Policies.LedgerEditor)
        .WithSummary("Reopen a closed account")
        .Produces<AccountView>();
}
