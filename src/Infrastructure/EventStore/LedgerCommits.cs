using MyBudget.Infrastructure.EventStore.Subscriptions;

namespace MyBudget.Infrastructure.EventStore;

/// <summary>Begins writes, and commits what was decided: events, states, totals, change index and news, in one round trip.</summary>
internal sealed class LedgerCommits(
    IDocumentSession session, LedgerRows rows, LedgerTotals totals, LedgerEntities entities, LedgerReference reference, IMediator mediator,
    CommitSignal signal, TimeProvider time)
{
    /// <summary>What the session is to store outside the ledger in the same transaction.</summary>
    public bool HasOther => session.PendingChanges.Operations().Any();

    public LedgerWrite Begin(Guid ledgerId, Guid by, LedgerHead head, CancellationToken cancellationToken) =>
        new(session, ledgerId, by, Now(), head, entities, reference, mediator, cancellationToken);

    /// <param name="write">What was decided; it may be nothing, if there is something else to store.</param>
    /// <param name="along">Statements that run before all others.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task CommitAsync(LedgerWrite write, IReadOnlyList<Sql> along, CancellationToken cancellationToken)
    {
        var hasOther = HasOther;
        await SendAsync(write, along, isLast: !hasOther, cancellationToken);
        if (hasOther) await session.SaveChangesAsync(cancellationToken);
        signal.Wake();
    }

    public async Task SendAsync(LedgerWrite write, IReadOnlyList<Sql> along, bool isLast, CancellationToken cancellationToken)
    {
        var batch = new LedgerBatch();
        foreach (var statement in along) batch.Add(statement);
        if (!write.IsEmpty)
        {
            rows.Queue(batch, write);
            await totals.QueueAsync(
                new LedgerCommit(write.LedgerId, write.Head, write.Events, write.Reading, batch),
                write.IsStoredAhead ? write.Appended.Begun : null, cancellationToken);
            batch.Add(LedgerNews.Of(write));
        }

        // With the rows, so that committing costs no round trip of its own.
        if (isLast) batch.Add("commit");
        await batch.ExecuteAsync(session.Connection, cancellationToken);
        if (isLast) session.MarkEnded();
    }

    /// <summary>To the microsecond, as PostgreSQL keeps it: what follows a microsecond later follows there, too.</summary>
    private DateTimeOffset Now()
    {
        var now = time.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
