namespace MyBudget.Features.Categories.ListCategories;

internal sealed record ListCategories(bool? Archived) : IQuery<JsonText>;

internal sealed class ListCategoriesHandler(LedgerReader ledger) : IRequestHandler<ListCategories, JsonText>
{
    // Unicode order: the same on every server, and right for any language.
    public Task<JsonText> Handle(ListCategories request, CancellationToken cancellationToken) => ledger.Sql(
        $"""
         select data from {CategoriesTables.Categories:raw}
         where tenant_id = {ledger.Tenant}
           and ({request.Archived} is null or (data->>'archived')::boolean = {request.Archived})
         order by data->>'kind', data->>'group' collate "und-x-icu", data->>'name' collate "und-x-icu", id
         """).JsonListAsync(cancellationToken);
}
