namespace MyBudget.Features.Categories.ListCategories;

internal sealed record ListCategories(bool? Archived) : IQuery<JsonText>;

internal sealed class ListCategoriesHandler(LedgerReader ledger) : IRequestHandler<ListCategories, JsonText>
{
    public Task<JsonText> Handle(ListCategories request, CancellationToken cancellationToken) =>
        ledger.Sql(CategoriesInOrder.Of(ledger.Tenant, request.Archived)).JsonListAsync(cancellationToken);
}
