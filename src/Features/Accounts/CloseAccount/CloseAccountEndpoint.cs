namespace MyBudget.Features.Accounts.CloseAccount;

internal static class CloseAccountEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPost("/{id:guid}/closure", (Guid id, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new CloseAccount(id, ifMatch), ct).OrNotFound())
        .RequireAuthorization(Policies.LedgerEditor)
        .WithSummary("Close an account; it keeps its history and takes no more entries")
        .Produces<AccountView>();
}
