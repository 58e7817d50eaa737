using MediatR;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.Http.Paging;
using MyBudget.Infrastructure.UseCases;
using Npgsql;

namespace MyBudget.Features.Transactions.ListTransactions;

internal sealed record ListTransactions(Guid LedgerId, TransactionFilter Filter) : IQuery<JsonText>;

internal sealed class ListTransactionsHandler(NpgsqlDataSource database) : IRequestHandler<ListTransactions, JsonText>
{
    public async Task<JsonText> Handle(ListTransactions request, CancellationToken cancellationToken)
    {
        var filter = request.Filter;
        await using var command = database.CreateCommand();
        TransactionSearch.Write(command, request.LedgerId, filter, Cursor.Decode(filter.Cursor));

        var list = new JsonList();
        var count = 0;
        Cursor? last = null;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            // One row more than the page was asked for: it tells that there is a next page.
            if (++count > filter.PageSize) return list.Close(last!.Encode());
            list.Add(reader.GetFieldValue<byte[]>(0));
            last = new Cursor(reader.GetFieldValue<DateOnly>(1), reader.GetGuid(2));
        }

        return list.Close();
    }
}
