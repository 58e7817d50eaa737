using MediatR;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.UseCases;
using Npgsql;

namespace MyBudget.Features.Categories.GetCategory;

internal sealed record GetCategory(Guid LedgerId, Guid Id) : IQuery<JsonText?>;

internal sealed class GetCategoryHandler(NpgsqlDataSource database) : IRequestHandler<GetCategory, JsonText?>
{
    private const string Sql = "select data, (data->>'version')::int from mt_doc_category where tenant_id = $1 and id = $2";

    public async Task<JsonText?> Handle(GetCategory request, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = LedgerScope.TenantOf(request.LedgerId) });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = request.Id });

        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new JsonText(await reader.GetFieldValueAsync<byte[]>(0, cancellationToken), EntityTag.Of(reader.GetInt32(1)))
            : null;
    }
}
