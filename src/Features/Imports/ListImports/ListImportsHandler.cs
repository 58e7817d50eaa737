namespace MyBudget.Features.Imports.ListImports;

internal sealed record ListImports(PageQuery Filter) : IQuery<JsonText>;

internal sealed class ListImportsHandler(LedgerReader ledger) : IRequestHandler<ListImports, JsonText>
{
    public Task<JsonText> Handle(ListImports request, CancellationToken cancellationToken)
    {
        var size = request.Filter.Limit ?? PageLimit.Default;
        var after = Cursor.Decode(request.Filter.Cursor);
        return ledger.Sql(
            $"""
             select data, day, id from (
               select data, id, left(data->>'createdAt', 10)::date as day from {ImportsTables.Imports:raw}
               where tenant_id = {ledger.Tenant}) import
             where {after?.Date} is null or (day, id) < ({after?.Date}, {after?.Id}) order by day desc, id desc limit {size + 1}
             """).JsonPageAsync(size, cancellationToken);
    }
}
