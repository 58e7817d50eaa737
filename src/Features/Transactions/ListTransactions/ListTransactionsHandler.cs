namespace MyBudget.Features.Transactions.ListTransactions;

internal sealed record ListTransactions(TransactionFilter Filter) : IQuery<JsonText>;

internal sealed class ListTransactionsHandler(LedgerReader ledger) : IRequestHandler<ListTransactions, JsonText>
{
    public Task<JsonText> Handle(ListTransactions request, CancellationToken cancellationToken)
    {
        var filter = request.Filter;
        return ledger.Sql(TransactionSearch.Of(ledger.Tenant, filter, Cursor.Decode(filter.Cursor)))
            .JsonPageAsync(filter.PageSize, cancellationToken);
    }
}
