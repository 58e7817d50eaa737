using MyBudget.Infrastructure.EventStore.Subscriptions;

namespace MyBudget.Infrastructure.EventStore;

/// <summary>
/// The one way into a ledger. Every command's write takes the ledger's next revision, decides on what it then finds, and is committed
/// whole: events, states, totals, change index and news, with whatever else the scope's session holds.
/// </summary>
internal sealed class LedgerWriter(
    IDocumentSession session, LedgerScope scope, LedgerRows rows, LedgerRowsAhead ahead, LedgerTotals totals, LedgerEntities entities,
    LedgerReference reference, LedgerQueue queue, IMediator mediator, CommitSignal signal, TimeProvider time)
{
    /// <summary>How often it is decided without the lock before the ledger has to stand still.</summary>
    private const int TriesAhead = 2;

    /// <summary>So many rows are stored as fast by the batch that commits them.</summary>
    private const int FewChanges = 100;

    /// <summary>Writes to the scope's ledger. Where <paramref name="decide"/> appends nothing, nothing is written and no revision taken.</summary>
    /// <param name="decide">Reads, decides and appends. It has the ledger to itself: what it reads stays so until the commit.</param>
    /// <exception cref="LedgerGoneException">The ledger was deleted since access was checked.</exception>
    /// <exception cref="AccessRefusedException">If access was still to be checked.</exception>
    public Task<T> WriteAsync<T>(Func<LedgerWrite, Task<T>> decide, CancellationToken cancellationToken) => WriteAsync([], decide, cancellationToken);

    /// <summary>The same for what begins entities under ids of the client's, each of which is asked for by <see cref="LedgerWrite.IsRepeatOfAsync"/>.</summary>
    public async Task<T> WriteAsync<T>(IReadOnlyList<Guid?> clientIds, Func<LedgerWrite, Task<T>> decide, CancellationToken cancellationToken)
    {
        using var turn = await queue.TakeTurnAsync(scope.LedgerId, cancellationToken);
        Guid[] ids = [.. clientIds.OfType<Guid>()];
        var (head, inUse) = await session.TakeRevisionAsync(scope, ids, cancellationToken);
        try
        {
            var write = Begin(scope.LedgerId, scope.UserId, head, cancellationToken);
            write.Expect(ids, inUse);
            var result = await decide(write);
            if (!write.IsEmpty || HasOther) await CommitAsync(write, cancellationToken);
            else await session.GiveBackAsync();
            return result;
        }
        catch
        {
            await session.GiveBackAsync();
            throw;
        }
    }

    /// <summary>
    /// Writes to the scope's ledger what takes long to decide and to store: all that needs no lock comes before it, so that other writers
    /// wait only for the rest. Nothing but the ledger is written.
    /// </summary>
    /// <param name="decide">As of the other, but without the lock. It is asked again if what it rests on was changed meanwhile, at last with it.</param>
    /// <param name="holds">
    /// Asked with the ledger locked where others wrote meanwhile, but changed no account, category or budget: whether it would be decided the
    /// same again, although these entities changed.
    /// </param>
    /// <exception cref="AccessRefusedException">The user lost access meanwhile.</exception>
    /// <exception cref="LedgerGoneException">The ledger was deleted meanwhile.</exception>
    public async Task<T> WriteAheadAsync<T>(
        IReadOnlyList<Guid?> clientIds, Func<LedgerWrite, Task<T>> decide, Func<LedgerWrite, IReadOnlyList<LedgerChanged>, Task<bool>> holds,
        CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < TriesAhead; tries++)
        {
            var write = Begin(scope.LedgerId, scope.UserId, await session.HeadAsync(cancellationToken), cancellationToken);
            var result = await decide(write);
            if (write.IsEmpty) return result;

            await session.BeginAttemptAsync(cancellationToken);
            if (write.Changes.Count > FewChanges) await ahead.StoreAsync(session.Connection!, write);
            using var turn = await queue.TakeTurnAsync(scope.LedgerId, cancellationToken);
            var found = write.Head;
            write.Take(await session.TakeRevisionAsync(scope.LedgerId, cancellationToken));
            await scope.EnsureAccessAsync(session.Sql, cancellationToken, again: true);
            if (found == write.Head || (found.IsSameStructure(write.Head) && await holds(write, await session.ChangedSinceAsync(found, cancellationToken))))
            {
                await CommitAsync(write, cancellationToken);
                return result;
            }

            await session.UndoAttemptAsync(cancellationToken);
        }

        return await WriteAsync(clientIds, decide, cancellationToken);
    }

    /// <summary>What a write would answer now. Nothing is locked or kept: until it is done in earnest, others may write.</summary>
    public async Task<T> PreviewAsync<T>(Func<LedgerWrite, Task<T>> decide, CancellationToken cancellationToken) =>
        await decide(Begin(scope.LedgerId, scope.UserId, await session.HeadAsync(cancellationToken), cancellationToken));

    /// <summary>The first write of a ledger, the scope's.</summary>
    /// <returns>False when its id is taken; then <paramref name="decide"/> was not asked.</returns>
    public async Task<bool> StartLedgerAsync(Func<LedgerWrite, Task> decide, CancellationToken cancellationToken)
    {
        if (await session.StartLedgerAsync(scope.LedgerId, cancellationToken) is not { } head) return false;
        var write = Begin(scope.LedgerId, scope.UserId, head, cancellationToken);
        await decide(write);
        await CommitAsync(write, cancellationToken);
        return true;
    }

    /// <summary>
    /// Writes to any ledger within the session's transaction, which the caller commits: for what changes several at once. Take them in the
    /// order of their ids, as everybody does.
    /// </summary>
    /// <exception cref="LedgerGoneException">The ledger was deleted meanwhile.</exception>
    public async Task JoinAsync(Guid ledgerId, Guid by, Func<LedgerWrite, Task> decide, CancellationToken cancellationToken)
    {
        var write = Begin(ledgerId, by, await session.TakeRevisionAsync(ledgerId, cancellationToken), cancellationToken);
        await decide(write);
        await SendAsync(write, isLast: false, cancellationToken);
    }

    /// <summary>What the session is to store outside the ledger in the same transaction.</summary>
    private bool HasOther => session.PendingChanges.Operations().Any();

    private LedgerWrite Begin(Guid ledgerId, Guid by, LedgerHead head, CancellationToken cancellationToken) =>
        new(session, ledgerId, by, Now(), head, entities, reference, mediator, cancellationToken);

    /// <summary>To the microsecond, as PostgreSQL keeps it: what follows a microsecond later follows there, too.</summary>
    private DateTimeOffset Now()
    {
        var now = time.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    private async Task CommitAsync(LedgerWrite write, CancellationToken cancellationToken)
    {
        var hasOther = HasOther;
        await SendAsync(write, isLast: !hasOther, cancellationToken);
        if (hasOther) await session.SaveChangesAsync(cancellationToken);
        signal.Wake();
    }

    private async Task SendAsync(LedgerWrite write, bool isLast, CancellationToken cancellationToken)
    {
        var batch = new LedgerBatch();
        if (!write.IsEmpty)
        {
            rows.Queue(batch, write);
            await totals.QueueAsync(
                new LedgerCommit(write.LedgerId, write.Head, write.Events, write.Reading, batch), write.StoredAhead, cancellationToken);
            batch.Add(LedgerNews.Of(write));
        }

        // With the rows, so that committing costs no round trip of its own.
        if (isLast) batch.Add("commit");
        await batch.ExecuteAsync(session.Connection, cancellationToken);
    }
}
