namespace MyBudget.Features.Ledgers.GetLedger;

internal static class GetLedgerEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/{ledgerId:guid}", (Guid ledgerId, CurrentUser user, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new GetLedger(ledgerId, user.UserId), ct)
                .OrNotFound(ledger => new Tagged<LedgerView>(ledger, EntityTag.Of(ledger.Version, ledger.Revision))))
        .RequireAuthorization(Policies.LedgerViewer)
        .WithSummary("A ledger with the user's role and the ledger's revision")
        .Produces<LedgerView>()
        .Produces(StatusCodes.Status304NotModified);
}
