namespace MyBudget.Features.Transactions.RestoreReceipt;

internal sealed record RestoreReceipt(Guid TransactionId, Guid ReceiptId) : ICommand<Transaction?>;

internal sealed class RestoreReceiptHandler(LedgerWriter ledger) : IRequestHandler<RestoreReceipt, Transaction?>
{
    public Task<Transaction?> Handle(RestoreReceipt command, CancellationToken cancellationToken) => ledger.WriteAsync(async write =>
    {
        if (await write.FindAsync<Transaction>(command.TransactionId) is not { DeletedAt: null } transaction) return null;
        if (transaction.Receipts?.Any(receipt => receipt.Id == command.ReceiptId) is true) return transaction;
        if (await write.FindReceiptAsync(command.ReceiptId) is not { IsRemoved: true } file || file.TransactionId != transaction.Id) return null;
        write.MarkReceiptRestored(command.ReceiptId);
        return write.Append(transaction, Decide(transaction, file.Receipt, write.By, write.Now));
    }, cancellationToken);

    internal static ReceiptRestored Decide(Transaction transaction, Receipt receipt, Guid by, DateTimeOffset now)
    {
        ReceiptList.EnsureRoom(transaction);
        return new ReceiptRestored(receipt, transaction.ToEntry(), by, now);
    }
}
