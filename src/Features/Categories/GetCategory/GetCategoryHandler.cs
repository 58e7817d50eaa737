using MediatR;
using MyBudget.Features.Categories.Contracts;
using MyBudget.Infrastructure.Database;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.UseCases;
using Npgsql;

namespace MyBudget.Features.Categories.GetCategory;

internal sealed record GetCategory(Guid LedgerId, Guid Id) : IQuery<JsonText?>;

internal sealed class GetCategoryHandler(NpgsqlDataSource database) : IRequestHandler<GetCategory, JsonText?>
{
    public Task<JsonText?> Handle(GetCategory request, CancellationToken cancellationToken) => database.Sql(
        $"""
         select data, (data->>'version')::int from {CategoriesTables.Categories:raw}
         where tenant_id = {LedgerScope.TenantOf(request.LedgerId)} and id = {request.Id}
         """).JsonAsync(row => EntityTag.Of(row.GetInt32(1)), cancellationToken);
}
