using MediatR;
using MyBudget.Features.Ledgers.Contracts;
using MyBudget.Infrastructure.UseCases;
using Npgsql;

namespace MyBudget.Features.Ledgers.GetLedger;

internal sealed record GetLedger(Guid LedgerId, Guid UserId) : IQuery<LedgerView?>;

internal sealed class GetLedgerHandler(NpgsqlDataSource database) : IRequestHandler<GetLedger, LedgerView?>
{
    public async Task<LedgerView?> Handle(GetLedger request, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"{LedgerRows.Select} where m.user_id = $1 and m.ledger_id = $2");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = request.UserId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = request.LedgerId });
        return (await LedgerRows.ReadAsync(command, cancellationToken)).SingleOrDefault();
    }
}
