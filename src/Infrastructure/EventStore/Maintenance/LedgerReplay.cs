using JasperFx.Events;
using SessionOptions = Marten.Services.SessionOptions;

namespace MyBudget.Infrastructure.EventStore.Maintenance;

/// <summary>
/// Gives a ledger's events to the projections once more, from the first on, and compares what comes out with what is stored.
/// </summary>
internal sealed class LedgerReplay(
    IDocumentStore store, NpgsqlDataSource database, LedgerTotals totals, LedgerEntities entities, IEnumerable<ILedgerProjection> projections)
{
    private const int PageSize = 1_000;

    /// <summary>The change index follows from the events as well.</summary>
    private readonly List<string> _tables = [.. projections.SelectMany(projection => projection.Tables), EventTables.Changes];

    /// <summary>
    /// Works under the ledger's lock, in one transaction, which is only committed to mend a drift, or to keep what a former release did not.
    /// </summary>
    public async Task<IReadOnlyList<TotalsDrift>> RunAsync(Guid ledgerId, bool mend, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var options = SessionOptions.ForTransaction(transaction);
        (options.TenantId, options.Timeout) = (LedgerScope.TenantOf(ledgerId), 0);
        await using var session = store.LightweightSession(options);

        var head = await session.TakeRevisionAsync(ledgerId, cancellationToken);
        if (!head.IsCounted) await CountAsync(session, ledgerId, head, cancellationToken);
        var tables = new ReplayedTables(connection, ledgerId);
        foreach (var table in _tables) await tables.SetAsideAsync(table, cancellationToken);
        await ReplayAsync(session, ledgerId, head, cancellationToken);

        var drifts = new List<TotalsDrift>();
        foreach (var table in _tables)
        {
            if (await tables.CompareAsync(table, cancellationToken) is { } drift) drifts.Add(drift);
        }

        foreach (var (table, recount) in projections.SelectMany(projection => projection.Recounts))
        {
            if (await tables.CompareEntitiesAsync(table, recount, cancellationToken) is { } drift) drifts.Add(drift);
        }

        if (!mend || (drifts.Count == 0 && head.IsCounted)) return drifts;

        foreach (var table in _tables) await tables.MarkChangedAsync(table, head.Revision, cancellationToken);
        await tables.MarkChangedAsync(EventTables.Heads, head.Revision, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return drifts;
    }

    /// <summary>Reckons what a former release did not keep, as the ledger's next write would.</summary>
    private async Task CountAsync(IDocumentSession session, Guid ledgerId, LedgerHead head, CancellationToken cancellationToken)
    {
        var batch = new LedgerBatch();
        await totals.QueueAsync(new LedgerCommit(ledgerId, head, [], session, batch), begun: null, cancellationToken);
        await batch.ExecuteAsync(session.Connection!, cancellationToken);
    }

    private async Task ReplayAsync(IDocumentSession session, Guid ledgerId, LedgerHead head, CancellationToken cancellationToken)
    {
        var (commit, batch) = (new List<LedgerEvent>(), new LedgerBatch());
        var (sequence, revision) = (0L, 0L);
        IReadOnlyList<IEvent> page;
        do
        {
            var after = sequence;
            page = await session.Events.QueryAllRawEvents()
                .Where(e => e.Sequence > after).OrderBy(e => e.Sequence).Take(PageSize).ToListAsync(cancellationToken);
            foreach (var e in page)
            {
                sequence = e.Sequence;
                // Put there by Marten for an append that was lost with its connection.
                if (e.Data is Tombstone) continue;

                var taken = Convert.ToInt64(e.GetHeader(LedgerRevision.Header)?.ToString(), CultureInfo.InvariantCulture);
                if (taken != revision) await CompleteAsync();
                commit.Add(new LedgerEvent(e.StreamId, e.Data));
                revision = taken;
            }

            await batch.ExecuteAsync(session.Connection, cancellationToken);
        }
        while (page.Count == PageSize);

        await CompleteAsync();
        await batch.ExecuteAsync(session.Connection, cancellationToken);

        async Task CompleteAsync()
        {
            if (commit.Count == 0) return;

            // Where accounts, categories or budgets change, a projection may read what others kept so far.
            if (commit.Any(e => entities.IsStructure(e.Data.GetType()))) await batch.ExecuteAsync(session.Connection, cancellationToken);
            await totals.QueueAsync(new LedgerCommit(ledgerId, head with { Revision = revision, IsCounted = true }, [.. commit], session, batch), begun: null, cancellationToken);
            commit.Clear();
        }
    }
}
