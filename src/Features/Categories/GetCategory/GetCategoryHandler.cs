namespace MyBudget.Features.Categories.GetCategory;

internal sealed record GetCategory(Guid Id) : IQuery<JsonText?>;

internal sealed class GetCategoryHandler(LedgerReader ledger) : IRequestHandler<GetCategory, JsonText?>
{
    public Task<JsonText?> Handle(GetCategory request, CancellationToken cancellationToken) => ledger.Sql(
        $"""
         select data, (data->>'version')::int from {CategoriesTables.Categories:raw}
         where tenant_id = {ledger.Tenant} and id = {request.Id}
         """).JsonAsync(row => EntityTag.Of(row.GetInt32(1)), cancellationToken);
}
