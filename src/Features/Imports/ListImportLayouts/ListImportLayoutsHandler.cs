namespace MyBudget.Features.Imports.ListImportLayouts;

internal sealed record ListImportLayouts(Guid AccountId) : IQuery<JsonText?>;

internal sealed class ListImportLayoutsHandler(LedgerReader ledger) : IRequestHandler<ListImportLayouts, JsonText?>
{
    public async Task<JsonText?> Handle(ListImportLayouts request, CancellationToken cancellationToken)
    {
        var isThere = await ledger.Sql(
            $"select 1 from {AccountsTables.Accounts:raw} where tenant_id = {ledger.Tenant} and id = {request.AccountId}")
                .AnyAsync(cancellationToken);
        return isThere ? await LayoutsAsync(request.AccountId, cancellationToken) : null;
    }

    private Task<JsonText> LayoutsAsync(Guid account, CancellationToken cancellationToken) => ledger.Sql(
        $"""
         select data from {ImportsTables.Layouts:raw} where tenant_id = {ledger.Tenant} and data->>'accountId' = {account.ToString("D")}
         order by data->>'settledAt' desc, id
         """).JsonListAsync(cancellationToken);
}
