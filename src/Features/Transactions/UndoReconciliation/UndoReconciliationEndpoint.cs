namespace MyBudget.Features.Transactions.UndoReconciliation;

internal static class UndoReconciliationEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder ledger) => ledger
        .MapDelete("/accounts/{id:guid}/reconciliations/{reconciliationId:guid}", (
            Guid id, Guid reconciliationId, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new UndoReconciliation(id, reconciliationId, ifMatch), ct).OrNotFound(TypedResults.Ok))
        .RequireAuthorization(Policies.LedgerEditor)
        .WithTags("Accounts")
        .WithSummary("Undo an account's last reconciliation: its entries are cleared again; those that were changed since stay as they are and are named")
        .Refuses(StatusCodes.Status409Conflict)
        .FewAtOnce(TakesMemory.ManyEntries)
        .WithRequestTimeout(HttpSetup.LongTimeout);
}
