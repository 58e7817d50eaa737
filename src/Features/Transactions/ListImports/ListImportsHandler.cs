using MediatR;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.Http.Paging;
using MyBudget.Infrastructure.UseCases;
using Npgsql;

namespace MyBudget.Features.Transactions.ListImports;

internal sealed record ListImports(Guid LedgerId, PageQuery Filter) : IQuery<JsonText>;

internal sealed class ListImportsHandler(NpgsqlDataSource database) : IRequestHandler<ListImports, JsonText>
{
    private const string Sql =
        """
        select data, day, id from (select data, id, left(data->>'createdAt', 10)::date as day from mt_doc_import where tenant_id = $1) import
        where $2::date is null or (day, id) < ($2, $3) order by day desc, id desc limit $4
        """;

    public async Task<JsonText> Handle(ListImports request, CancellationToken cancellationToken)
    {
        var size = request.Filter.Limit ?? PageLimit.Default;
        var after = Cursor.Decode(request.Filter.Cursor);
        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = LedgerScope.TenantOf(request.LedgerId) });
        command.Parameters.Add(new NpgsqlParameter<DateOnly?> { TypedValue = after?.Date });
        command.Parameters.Add(new NpgsqlParameter<Guid?> { TypedValue = after?.Id });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = size + 1 });

        var list = new JsonList();
        var count = 0;
        Cursor? last = null;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            if (++count > size) return list.Close(last!.Encode());
            list.Add(reader.GetFieldValue<byte[]>(0));
            last = new Cursor(reader.GetFieldValue<DateOnly>(1), reader.GetGuid(2));
        }

        return list.Close();
    }
}
