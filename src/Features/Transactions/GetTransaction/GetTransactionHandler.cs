using MediatR;
using MyBudget.Features.Transactions.Contracts;
using MyBudget.Infrastructure.Database;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.UseCases;
using Npgsql;

namespace MyBudget.Features.Transactions.GetTransaction;

internal sealed record GetTransaction(Guid LedgerId, Guid Id) : IQuery<JsonText?>;

internal sealed class GetTransactionHandler(NpgsqlDataSource database) : IRequestHandler<GetTransaction, JsonText?>
{
    public Task<JsonText?> Handle(GetTransaction request, CancellationToken cancellationToken) => database.Sql(
        $"""
         select data, mt_version from {TransactionsTables.Transactions:raw}
         where tenant_id = {LedgerScope.TenantOf(request.LedgerId)} and id = {request.Id} and deleted_at is null
         """).JsonAsync(row => EntityTag.Of(row.GetInt64(1)), cancellationToken);
}
