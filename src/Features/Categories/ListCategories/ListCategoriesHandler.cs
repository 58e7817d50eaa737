using MediatR;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.UseCases;
using Npgsql;

namespace MyBudget.Features.Categories.ListCategories;

internal sealed record ListCategories(Guid LedgerId, bool? Archived) : IQuery<JsonText>;

internal sealed class ListCategoriesHandler(NpgsqlDataSource database) : IRequestHandler<ListCategories, JsonText>
{
    // Unicode order: the same on every server, and right for any language.
    private const string Sql =
        """
        select data from mt_doc_category
        where tenant_id = $1 and ($2 is null or (data->>'archived')::boolean = $2)
        order by data->>'kind', data->>'group' collate "und-x-icu", data->>'name' collate "und-x-icu", id
        """;

    public async Task<JsonText> Handle(ListCategories request, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = LedgerScope.TenantOf(request.LedgerId) });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)request.Archived ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Boolean });

        var list = new JsonList();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) list.Add(await reader.GetFieldValueAsync<byte[]>(0, cancellationToken));
        return list.Close();
    }
}
