namespace MyBudget.Features.Ledgers.ListLedgers;

internal sealed record ListLedgers(Guid UserId) : IQuery<IReadOnlyList<LedgerView>>;

internal sealed class ListLedgersHandler(NpgsqlDataSource database) : IRequestHandler<ListLedgers, IReadOnlyList<LedgerView>>
{
    public Task<IReadOnlyList<LedgerView>> Handle(ListLedgers request, CancellationToken cancellationToken) =>
        LedgerRows.ReadAsync(database, $"m.user_id = {request.UserId} order by m.ledger_id desc", cancellationToken);
}
