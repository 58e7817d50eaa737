namespace MyBudget.Infrastructure.EventStore;

/// <summary>
/// The one way into a ledger. Every command's write takes the ledger's next revision, decides on what it then finds, and is committed
/// whole: events, states, totals, change index and news, with whatever else the scope's session holds.
/// </summary>
internal sealed class LedgerWriter(
    IDocumentSession session, LedgerScope scope, LedgerRowsAhead ahead, LedgerQueue queue, LedgerCommits commits, LedgerShare share)
{
    /// <summary>How often it is decided without the lock before the ledger has to stand still.</summary>
    private const int TriesAhead = 2;

    /// <summary>Writes to the scope's ledger. Where <paramref name="decide"/> appends nothing, nothing is written and no revision taken.</summary>
    /// <param name="decide">Reads, decides and appends. It has the ledger to itself: what it reads stays so until the commit.</param>
    /// <exception cref="LedgerGoneException">The ledger was deleted since access was checked.</exception>
    /// <exception cref="AccessRefusedException">Access is refused, or was withdrawn while the user waited for the ledger.</exception>
    public Task<T> WriteAsync<T>(Func<LedgerWrite, Task<T>> decide, CancellationToken cancellationToken) => WriteAsync([], decide, cancellationToken);

    /// <summary>The same for what begins entities under ids of the client's, each of which is asked for by <see cref="LedgerWrite.IsRepeatOfAsync"/>.</summary>
    public async Task<T> WriteAsync<T>(IReadOnlyList<Guid?> clientIds, Func<LedgerWrite, Task<T>> decide, CancellationToken cancellationToken)
    {
        if (share.Write is { } shared) return await decide(shared);
        using var turn = await queue.TakeTurnAsync(scope.LedgerId, cancellationToken);
        Guid[] ids = [.. clientIds.OfType<Guid>()];
        var (head, inUse) = await session.TakeRevisionAsync(scope, ids, cancellationToken);
        try
        {
            var write = Begin(head, cancellationToken);
            write.Expect(ids, inUse);
            var result = await decide(write);
            if (!write.IsEmpty || commits.HasOther) await commits.CommitAsync(write, along: [], cancellationToken);
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
            var write = Begin(await session.HeadAsync(cancellationToken), cancellationToken);
            var result = await decide(write);
            if (write.IsEmpty) return result;

            await session.BeginAttemptAsync(cancellationToken);
            if (ahead.IsFor(write)) await ahead.StoreAsync(session.Connection!, write);
            using var turn = await queue.TakeTurnAsync(scope.LedgerId, cancellationToken);
            var found = write.Head;
            write.Take((await session.TakeRevisionAsync(scope, [], cancellationToken)).Head);
            if (found == write.Head || (found.IsSameStructure(write.Head) && await holds(write, await session.ChangedSinceAsync(found, cancellationToken))))
            {
                await commits.CommitAsync(write, along: [], cancellationToken);
                return result;
            }

            await session.UndoAttemptAsync(cancellationToken);
        }

        return await WriteAsync(clientIds, decide, cancellationToken);
    }

    /// <summary>What a write would answer now. Nothing is locked or kept: until it is done in earnest, others may write.</summary>
    public async Task<T> PreviewAsync<T>(Func<LedgerWrite, Task<T>> decide, CancellationToken cancellationToken) =>
        await decide(Begin(await session.HeadAsync(cancellationToken), cancellationToken));

    /// <summary>The first write of a ledger, the scope's.</summary>
    /// <returns>False when its id is taken; then <paramref name="decide"/> was not asked.</returns>
    public async Task<bool> StartLedgerAsync(Func<LedgerWrite, Task> decide, CancellationToken cancellationToken)
    {
        if (await session.StartLedgerAsync(scope.LedgerId, cancellationToken) is not { } head) return false;
        var write = Begin(head, cancellationToken);
        await decide(write);
        await commits.CommitAsync(write, along: [], cancellationToken);
        return true;
    }

    /// <summary>
    /// Writes to any ledger within the session's transaction, which the caller commits: for what changes several at once. Take them in the
    /// order of their ids, as everybody does.
    /// </summary>
    /// <exception cref="LedgerGoneException">The ledger was deleted meanwhile.</exception>
    public async Task JoinAsync(Guid ledgerId, Guid by, Func<LedgerWrite, Task> decide, CancellationToken cancellationToken)
    {
        var write = commits.Begin(ledgerId, by, await session.TakeRevisionAsync(ledgerId, cancellationToken), cancellationToken);
        await decide(write);
        await commits.SendAsync(write, along: [], isLast: false, cancellationToken);
    }

    private LedgerWrite Begin(LedgerHead head, CancellationToken cancellationToken) => commits.Begin(scope.LedgerId, scope.UserId, head, cancellationToken);
}
