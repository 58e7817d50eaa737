namespace MyBudget.Features.Ledgers.ReviseLedger;

internal static class ReviseLedgerEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPatch("/{ledgerId:guid}", async (Guid ledgerId, MergePatch patch, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
        {
            var ledger = await mediator.Send(new ReviseLedger(ledgerId, patch, ifMatch), ct);
            return new Tagged<LedgerView>(ledger, EntityTag.Of(ledger.Version, ledger.Revision));
        })
        .RequireAuthorization(Policies.LedgerOwner)
        .WithSummary("Rename a ledger, set from what amount on a transaction is large, or ask its members for a second factor; only its owners may")
        .Accepts<LedgerDetails>(MergePatch.MediaType, "application/json")
        .Produces<LedgerView>()
        .Refuses(StatusCodes.Status422UnprocessableEntity);
}

/// <param name="Name">1 to 100 characters.</param>
/// <param name="LargeTransactionFrom">
/// Members are told of a transaction of at least this amount, either way: minor units of the ledger's currency, positive; null for
/// no such notices. Accounts in other currencies are not compared.
/// </param>
/// <param name="FactorRequired">
/// Whether the ledger is open only to members who have a second factor: whoever sets it has one (422 <c>ledgers.factor-first</c>), and who has none
/// gets 403 <c>ledgers.factor-required</c> on every route of the ledger until they do. Null is false.
/// </param>
internal sealed record LedgerDetails(string? Name, long? LargeTransactionFrom, bool? FactorRequired);
