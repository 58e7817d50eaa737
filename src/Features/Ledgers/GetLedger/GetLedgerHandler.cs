namespace MyBudget.Features.Ledgers.GetLedger;

internal sealed record GetLedger(Guid LedgerId, Guid UserId) : IQuery<LedgerView?>;

internal sealed class GetLedgerHandler(NpgsqlDataSource database) : IRequestHandler<GetLedger, LedgerView?>
{
    public async Task<LedgerView?> Handle(GetLedger request, CancellationToken cancellationToken) =>
        (await LedgerRows.ReadAsync(database, $"m.user_id = {request.UserId} and m.ledger_id = {request.LedgerId}", cancellationToken))
            .SingleOrDefault();
}
