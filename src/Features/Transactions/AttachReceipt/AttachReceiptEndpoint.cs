using Microsoft.AspNetCore.Mvc;

namespace MyBudget.Features.Transactions.AttachReceipt;

internal static class AttachReceiptEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPut("/{id:guid}/receipts/{receiptId:guid}", (
            Guid id, Guid receiptId, string? name, UploadedReceipt file, LedgerScope scope, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new AttachReceipt(id, receiptId, name, file), ct).OrNotFound(attached => new Tagged<Transaction>(
                attached.Transaction, EntityTag.Of(attached.Transaction.Version),
                attached.IsNew ? $"/api/v1/ledgers/{scope.LedgerId}/transactions/{id}/receipts/{receiptId}" : null)))
        .FewAtOnce(TakesMemory.Receipt)
        .RequireAuthorization(Policies.LedgerEditor)
        .WithSummary("Attach a receipt, a picture or a PDF, under an id of the client's; the same again does nothing twice")
        .Accepts<IFormFile>(ReceiptType.Jpeg, ReceiptType.Png, ReceiptType.WebP, ReceiptType.Pdf)
        .Produces<Transaction>()
        .Produces<Transaction>(StatusCodes.Status201Created)
        .Refuses(StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity)
        .WithMetadata(new RequestSizeLimitAttribute(UploadedReceipt.MaxBytes(Limits(group))))
        .WithRequestTimeout(HttpSetup.LongTimeout);

    private static Limits Limits(IEndpointRouteBuilder group) => group.ServiceProvider.GetRequiredService<IOptions<Limits>>().Value;
}
