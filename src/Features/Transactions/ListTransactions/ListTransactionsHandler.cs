namespace MyBudget.Features.Transactions.ListTransactions;

/// <param name="Totals">Whether count and sum of all that the filter finds are asked for.</param>
internal sealed record ListTransactions(TransactionFilter Filter, PageQuery Page, bool Totals) : IQuery<JsonText>;

internal sealed class ListTransactionsHandler(LedgerReader ledger) : IRequestHandler<ListTransactions, JsonText>
{
    public async Task<JsonText> Handle(ListTransactions request, CancellationToken cancellationToken)
    {
        var size = request.Page.Limit ?? PageLimit.Default;
        var search = new TransactionSearch(ledger.Tenant, request.Filter, Cursor.Decode(request.Page.Cursor), size);
        var totals = request.Totals ? await ledger.TotalsAsync(request.Filter, cancellationToken) : null;
        return await ledger.Sql(search.Page()).JsonPageAsync(size, cancellationToken, totals);
    }
}
