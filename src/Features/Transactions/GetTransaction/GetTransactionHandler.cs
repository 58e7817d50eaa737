namespace MyBudget.Features.Transactions.GetTransaction;

internal sealed record GetTransaction(Guid Id) : IQuery<JsonText?>;

internal sealed class GetTransactionHandler(LedgerReader ledger) : IRequestHandler<GetTransaction, JsonText?>
{
    public Task<JsonText?> Handle(GetTransaction request, CancellationToken cancellationToken) => ledger.Sql(
        $"""
         select data, mt_version from {TransactionsTables.Transactions:raw}
         where tenant_id = {ledger.Tenant} and id = {request.Id} and deleted_at is null
         """).JsonAsync(row => EntityTag.Of(row.GetInt64(1)), cancellationToken);
}
