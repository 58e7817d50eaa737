using MediatR;
using MyBudget.Features.Ledgers.Contracts;
using MyBudget.Infrastructure.UseCases;
using Npgsql;

namespace MyBudget.Features.Ledgers.ListLedgers;

internal sealed record ListLedgers(Guid UserId) : IQuery<IReadOnlyList<LedgerView>>;

internal sealed class ListLedgersHandler(NpgsqlDataSource database) : IRequestHandler<ListLedgers, IReadOnlyList<LedgerView>>
{
    public async Task<IReadOnlyList<LedgerView>> Handle(ListLedgers request, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"{LedgerRows.Select} where m.user_id = $1 order by m.ledger_id desc");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = request.UserId });
        return await LedgerRows.ReadAsync(command, cancellationToken);
    }
}
