namespace MyBudget.Features.Transactions.AttachReceipt;

internal sealed record AttachReceipt(Guid TransactionId, Guid? ReceiptId, string? Name, UploadedReceipt File) : ICommand<AttachedReceipt?>;

/// <param name="Transaction">As it is then.</param>
/// <param name="IsNew">It was not attached before.</param>
internal sealed record AttachedReceipt(Transaction Transaction, bool IsNew);

internal sealed class AttachReceiptHandler(LedgerWriter ledger, IOptions<Limits> limits) : IRequestHandler<AttachReceipt, AttachedReceipt?>
{
    public Task<AttachedReceipt?> Handle(AttachReceipt command, CancellationToken cancellationToken)
    {
        var (id, file) = (command.ReceiptId!.Value, command.File);
        if (!ReceiptType.Fits(file.Type, file.Content))
            throw new RuleViolation("receipts.not-that-kind", "The file is not what its content type says.");

        var hash = SHA256.HashData(file.Content);
        return ledger.WriteAsync(async write =>
        {
            if (await write.FindAsync<Transaction>(command.TransactionId) is not { DeletedAt: null } transaction) return null;
            if (await write.FindReceiptAsync(id) is { } known)
            {
                return known.IsSame(transaction, hash)
                    ? new AttachedReceipt(transaction, IsNew: false)
                    : throw LedgerWrite.IdTaken("Something else in this ledger has this id.");
            }

            var attached = Decide(
                transaction, new Receipt(id, ReceiptType.Named(command.Name, file.Type), file.Type, file.Content.Length, write.Now), await write.BytesOfReceiptsAsync(),
                limits.Value.ReceiptsPerLedgerBytes, write.By, write.Now);
            write.StoreReceipt(transaction.Id, attached.Receipt, hash, file.Content);
            return new AttachedReceipt(write.Append(transaction, attached)!, IsNew: true);
        }, cancellationToken);
    }

    internal static ReceiptAttached Decide(Transaction transaction, Receipt receipt, long stored, long most, Guid by, DateTimeOffset now)
    {
        ReceiptList.EnsureRoom(transaction);
        if (receipt.Size > most - stored)
        {
            throw new RuleViolation(
                "receipts.no-room", "The receipts of this ledger take all the room there is for them. One that is removed takes its room until it is erased.",
                new Dictionary<string, object?> { ["most"] = most, ["stored"] = stored });
        }

        return new ReceiptAttached(receipt, transaction.ToEntry(), by, now);
    }
}
