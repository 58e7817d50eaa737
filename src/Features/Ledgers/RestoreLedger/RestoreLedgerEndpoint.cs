namespace MyBudget.Features.Ledgers.RestoreLedger;

internal static class RestoreLedgerEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPost("/{id:guid}/restore", (
            Guid id, CurrentUser user, LedgerScope scope, IMediator mediator, CancellationToken ct) =>
        {
            // The message's session belongs to the ledger that is about to be there again.
            scope.Enter(id, user.UserId, LedgerRole.Owner);
            return mediator.Send(new RestoreLedger(id), ct)
                .OrNotFound(ledger => new Tagged<LedgerView>(ledger, EntityTag.Of(ledger.Version, ledger.Revision)));
        })
        .RequireAuthorization(Policies.SignedIn)
        .WithSummary("Bring a deleted ledger back, for all who were members of it; its owners can for 14 days, and a repeat is the same success")
        .Produces<LedgerView>()
        .Refuses(StatusCodes.Status422UnprocessableEntity);
}
