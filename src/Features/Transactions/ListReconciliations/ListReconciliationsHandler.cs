namespace MyBudget.Features.Transactions.ListReconciliations;

internal sealed record ListReconciliations(Guid AccountId, PageQuery Filter) : IQuery<JsonText?>;

internal sealed class ListReconciliationsHandler(LedgerReader ledger) : IRequestHandler<ListReconciliations, JsonText?>
{
    public async Task<JsonText?> Handle(ListReconciliations request, CancellationToken cancellationToken)
    {
        var size = request.Filter.Limit ?? PageLimit.Default;
        var before = VersionCursor.Decode(request.Filter.Cursor) ?? long.MaxValue;
        JsonList? list = null;
        var (count, last) = (0, 0);
        // The account alone makes a row without any, so that it is told from one that is not there.
        await foreach (var row in ledger.Sql(
            $"""
             select made.data, made.number from {AccountsTables.Accounts:raw} a
             left join {TransactionsTables.Reconciliations:raw} made
               on made.tenant_id = a.tenant_id and made.account_id = a.id and made.number < {before}
             where a.tenant_id = {ledger.Tenant} and a.id = {request.AccountId} order by made.number desc limit {size + 1}
             """).RowsAsync(cancellationToken))
        {
            list ??= new JsonList();
            if (row.IsDBNull(0)) break;
            if (++count > size) return list.Close(VersionCursor.Encode(last));
            list.Add(row.GetFieldValue<byte[]>(0));
            last = row.GetInt32(1);
        }

        return list?.Close();
    }
}
