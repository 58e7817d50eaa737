namespace MyBudget.Features.Ledgers.DeleteLedger;

internal static class DeleteLedgerEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapDelete("/{ledgerId:guid}", (Guid ledgerId, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new DeleteLedger(ledgerId, ifMatch), ct).NoContent())
        .RequireAuthorization(Policies.LedgerOwner)
        .WithSummary("Erase a ledger with everything in it, for all its members; this cannot be undone");
}
