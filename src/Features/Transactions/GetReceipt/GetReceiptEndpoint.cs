using Microsoft.AspNetCore.Http.HttpResults;

namespace MyBudget.Features.Transactions.GetReceipt;

internal static class GetReceiptEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/{id:guid}/receipts/{receiptId:guid}", (Guid id, Guid receiptId, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new GetReceipt(id, receiptId), ct).OrNotFound())
        .RequireAuthorization(Policies.LedgerViewer)
        .WithLateAccess()
        .WithSummary("A receipt's bytes, which never change")
        .Produces<FileContentHttpResult>(StatusCodes.Status200OK, ReceiptType.Jpeg, ReceiptType.Png, ReceiptType.WebP, ReceiptType.Pdf)
        .Produces(StatusCodes.Status304NotModified)
        .WithRequestTimeout(HttpSetup.LongTimeout);
}
