namespace MyBudget.Features.Ledgers.ListLedgers;

/// <param name="Deleted">Those instead that were deleted and that the user may restore.</param>
internal sealed record ListLedgers(Guid UserId, bool Deleted) : IQuery<IReadOnlyList<LedgerView>>;

internal sealed class ListLedgersHandler(NpgsqlDataSource database, TimeProvider time) : IRequestHandler<ListLedgers, IReadOnlyList<LedgerView>>
{
    public Task<IReadOnlyList<LedgerView>> Handle(ListLedgers request, CancellationToken cancellationToken) => request.Deleted
        ? LedgerRows.ReadDeletedAsync(database, request.UserId, time.GetUtcNow(), cancellationToken)
        : LedgerRows.ReadAsync(database, $"m.user_id = {request.UserId} order by m.ledger_id desc", cancellationToken);
}
