namespace MyBudget.Features.Transactions.RemoveReceipt;

internal static class RemoveReceiptEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapDelete("/{id:guid}/receipts/{receiptId:guid}", (Guid id, Guid receiptId, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new RemoveReceipt(id, receiptId), ct).OrNotFound())
        .RequireAuthorization(Policies.LedgerEditor)
        .WithLateAccess()
        .WithSummary("Remove a receipt; it can be restored for 90 days");
}
