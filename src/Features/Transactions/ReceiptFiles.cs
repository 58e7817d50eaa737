using System.Data.Common;

namespace MyBudget.Features.Transactions;

/// <summary>The stored bytes of receipts, for writes: whatever is done to them is committed with the event that tells of it.</summary>
internal static class ReceiptFiles
{
    /// <summary>For the time in which a removed one can be brought back.</summary>
    public static readonly TimeSpan KeepRemoved = TimeSpan.FromDays(90);

    /// <summary>What is stored under an id, and keeps being so until the write ends.</summary>
    public static Task<ReceiptFile?> FindReceiptAsync(this LedgerWrite write, Guid id) => write.Session.Sql(
        $"""
         select transaction_id, id, name, type, size, added_at, removed_at is not null, sha256 from {TransactionsTables.Receipts:raw}
         where ledger_id = {write.LedgerId} and id = {id} for update
         """).FirstOrDefaultAsync(Read, write.Cancellation);

    /// <summary>What all that is stored takes, removed ones included.</summary>
    public static Task<long> BytesOfReceiptsAsync(this LedgerWrite write) => write.Session.Sql(
        $"select coalesce(sum(size), 0)::bigint from {TransactionsTables.Receipts:raw} where ledger_id = {write.LedgerId}")
        .ScalarAsync<long>(write.Cancellation);

    public static void StoreReceipt(this LedgerWrite write, Guid transactionId, Receipt receipt, byte[] sha256, byte[] content) => write.Session.Queue(
        $"""
         insert into {TransactionsTables.Receipts:raw} (ledger_id, id, transaction_id, name, type, size, sha256, added_at, data)
         values ({write.LedgerId}, {receipt.Id}, {transactionId}, {receipt.Name}, {receipt.Type}, {receipt.Size}, {sha256}, {receipt.AddedAt}, {content})
         """);

    public static void MarkReceiptRemoved(this LedgerWrite write, Guid transactionId, Guid id) => write.Session.Queue(
        $"""
         update {TransactionsTables.Receipts:raw} set removed_at = {write.Now}, transaction_id = {transactionId}
         where ledger_id = {write.LedgerId} and id = {id}
         """);

    public static void MarkReceiptRestored(this LedgerWrite write, Guid id) => write.Session.Queue(
        $"update {TransactionsTables.Receipts:raw} set removed_at = null where ledger_id = {write.LedgerId} and id = {id}");

    private static ReceiptFile Read(DbDataReader row) => new(
        row.GetGuid(0), new Receipt(row.GetGuid(1), row.GetString(2), row.GetString(3), row.GetInt32(4), row.GetFieldValue<DateTimeOffset>(5)),
        row.GetBoolean(6), row.GetFieldValue<byte[]>(7));
}

/// <param name="TransactionId">Which it was attached to, or removed from.</param>
/// <param name="Receipt">What is known of it.</param>
/// <param name="IsRemoved">It waits to be erased.</param>
/// <param name="Sha256">Of its bytes.</param>
internal sealed record ReceiptFile(Guid TransactionId, Receipt Receipt, bool IsRemoved, byte[] Sha256)
{
    /// <summary>Whether somebody attaches to the transaction what was attached to it before, and may be removed by now.</summary>
    public bool IsSame(Transaction transaction, byte[] sha256) =>
        (TransactionId == transaction.Id || transaction.Receipts?.Any(receipt => receipt.Id == Receipt.Id) is true)
        && Sha256.AsSpan().SequenceEqual(sha256);
}
