using System.Data.Common;

namespace MyBudget.Features.Transactions.GetReceipt;

internal sealed record GetReceipt(Guid TransactionId, Guid ReceiptId) : IQuery<ReceiptContent?>;

internal sealed class GetReceiptHandler(LedgerReader ledger) : IRequestHandler<GetReceipt, ReceiptContent?>
{
    /// <summary>So much at a time, which is no large object. Between two parts no connection waits for a slow client.</summary>
    private const int PartBytes = 80 * 1024;

    public Task<ReceiptContent?> Handle(GetReceipt request, CancellationToken cancellationToken)
    {
        var id = request.ReceiptId.ToString("D");
        return ledger.Sql(
            $"""
             select r.name, r.type, r.size, r.sha256, substring(r.data from 1 for {PartBytes:raw})
             from {TransactionsTables.Receipts:raw} r join {TransactionsTables.Transactions:raw} t
             on t.tenant_id = {ledger.Tenant} and t.id = {request.TransactionId} and t.deleted_at is null
             and t.data->'receipts' @> jsonb_build_array(jsonb_build_object('id', {id}))
             where r.ledger_id = {ledger.LedgerId} and r.id = {request.ReceiptId}
             """).FirstOrDefaultAsync(row => Read(row, (from, ct) => PartAsync(request.ReceiptId, from, ct)), cancellationToken);
    }

    private Task<byte[]?> PartAsync(Guid id, int from, CancellationToken cancellationToken) => ledger.Sql(
        $"""
         select substring(data from {from + 1} for {PartBytes:raw}) from {TransactionsTables.Receipts:raw}
         where ledger_id = {ledger.LedgerId} and id = {id}
         """).FirstOrDefaultAsync(row => row.GetFieldValue<byte[]>(0), cancellationToken);

    private static ReceiptContent Read(DbDataReader row, Func<int, CancellationToken, Task<byte[]?>> next) =>
        new(row.GetString(0), row.GetString(1), row.GetInt32(2), row.GetFieldValue<byte[]>(3), row.GetFieldValue<byte[]>(4), next);
}
