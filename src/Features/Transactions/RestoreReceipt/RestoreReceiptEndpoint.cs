namespace MyBudget.Features.Transactions.RestoreReceipt;

internal static class RestoreReceiptEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPost("/{id:guid}/receipts/{receiptId:guid}/restore", (Guid id, Guid receiptId, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new RestoreReceipt(id, receiptId), ct)
                .OrNotFound(transaction => new Tagged<Transaction>(transaction, EntityTag.Of(transaction.Version))))
        .RequireAuthorization(Policies.LedgerEditor)
        .WithLateAccess()
        .WithSummary("Bring back a receipt that was removed less than 90 days ago; one that is there stays as it is")
        .Produces<Transaction>()
        .Refuses(StatusCodes.Status422UnprocessableEntity);
}
