using MediatR;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.UseCases;
using Npgsql;

namespace MyBudget.Features.Transactions.GetTransaction;

internal sealed record GetTransaction(Guid LedgerId, Guid Id) : IQuery<JsonText?>;

internal sealed class GetTransactionHandler(NpgsqlDataSource database) : IRequestHandler<GetTransaction, JsonText?>
{
    private const string Sql =
        $"select data, mt_version from {TransactionTable.Name} where tenant_id = $1 and id = $2 and deleted_at is null";

    public async Task<JsonText?> Handle(GetTransaction request, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = LedgerScope.TenantOf(request.LedgerId) });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = request.Id });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new JsonText(reader.GetFieldValue<byte[]>(0), EntityTag.Of(reader.GetInt64(1)))
            : null;
    }
}
