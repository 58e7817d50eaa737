using MediatR;
using MyBudget.Infrastructure.Database;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.Http.Paging;
using MyBudget.Infrastructure.UseCases;
using Npgsql;

namespace MyBudget.Features.Transactions.ListTransactions;

internal sealed record ListTransactions(Guid LedgerId, TransactionFilter Filter) : IQuery<JsonText>;

internal sealed class ListTransactionsHandler(NpgsqlDataSource database) : IRequestHandler<ListTransactions, JsonText>
{
    public Task<JsonText> Handle(ListTransactions request, CancellationToken cancellationToken)
    {
        var filter = request.Filter;
        return database.Sql(TransactionSearch.Of(request.LedgerId, filter, Cursor.Decode(filter.Cursor)))
            .JsonPageAsync(filter.PageSize, cancellationToken);
    }
}
