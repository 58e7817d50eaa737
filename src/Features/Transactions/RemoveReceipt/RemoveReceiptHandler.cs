namespace MyBudget.Features.Transactions.RemoveReceipt;

/// <summary>Answers whether there was such a receipt.</summary>
internal sealed record RemoveReceipt(Guid TransactionId, Guid ReceiptId) : ICommand<bool>;

internal sealed class RemoveReceiptHandler(LedgerWriter ledger) : IRequestHandler<RemoveReceipt, bool>
{
    public Task<bool> Handle(RemoveReceipt command, CancellationToken cancellationToken) => ledger.WriteAsync(async write =>
    {
        if (await write.FindAsync<Transaction>(command.TransactionId) is not { DeletedAt: null } transaction
            || Decide(transaction, command.ReceiptId, write.By, write.Now) is not { } removed) return false;
        write.MarkReceiptRemoved(transaction.Id, command.ReceiptId);
        write.Append(transaction, removed);
        return true;
    }, cancellationToken);

    /// <returns>Null where it has no such receipt.</returns>
    internal static ReceiptRemoved? Decide(Transaction transaction, Guid id, Guid by, DateTimeOffset now) =>
        transaction.Receipts?.FirstOrDefault(receipt => receipt.Id == id) is { } receipt
            ? new ReceiptRemoved(receipt, transaction.ToEntry(), by, now)
            : null;
}
