using Marten;
using Npgsql;
using SessionOptions = Marten.Services.SessionOptions;

namespace MyBudget.Infrastructure.EventStore;

/// <summary>
/// Lets the creations of one ledger that wait for each other share a transaction: one lock, one batch and one flush for all of
/// them. Each is decided in turn and has a revision of its own, as if it had come alone. One that breaks a rule takes no number; if
/// the transaction is refused, each is done alone.
/// </summary>
internal sealed class SharedCommits(IDocumentStore store, LedgerCommitListener listener)
{
    private const int MostAtOnce = 50;

    /// <summary>What waits in each ledger that somebody writes to; that somebody goes on until nothing does.</summary>
    private readonly Dictionary<Guid, Queue<Creation>> _busy = [];

    /// <summary>Creates a stream, once those before it are done.</summary>
    /// <param name="ledgerId">The ledger.</param>
    /// <param name="id">The stream's id: of two creations with one id, the second sees the first committed.</param>
    /// <param name="decide">Decides under the ledger's lock. It may be asked again, if the first decision could not be kept.</param>
    /// <param name="cancellationToken">Ends the waiting; a write that has begun is finished for the others in it.</param>
    /// <exception cref="LedgerGoneException">The ledger was deleted since access was checked.</exception>
    public async Task<TResult> CreateAsync<TResult>(
        Guid ledgerId, Guid id, Func<IDocumentSession, LedgerHead, Task<Decision<TResult>>> decide, CancellationToken cancellationToken)
        where TResult : class
    {
        var creation = new Creation<TResult>(id, decide, cancellationToken);
        if (IsFirst(ledgerId, creation)) _ = WriteAllAsync(ledgerId, creation);
        return await creation.Result.WaitAsync(cancellationToken);
    }

    private bool IsFirst(Guid ledgerId, Creation creation)
    {
        lock (_busy)
        {
            if (_busy.TryAdd(ledgerId, [])) return true;
            _busy[ledgerId].Enqueue(creation);
            return false;
        }
    }

    private async Task WriteAllAsync(Guid ledgerId, Creation first)
    {
        for (List<Creation> group = [first]; group.Count > 0; group = Next(ledgerId))
        {
            if (await TryWriteAsync(ledgerId, group)) continue;
            foreach (var creation in group) await TryWriteAsync(ledgerId, [creation]);
        }
    }

    private List<Creation> Next(Guid ledgerId)
    {
        var group = new List<Creation>();
        var ids = new HashSet<Guid>();
        lock (_busy)
        {
            var waiting = _busy[ledgerId];
            while (group.Count < MostAtOnce && waiting.TryPeek(out var next) && ids.Add(next.Id)) group.Add(waiting.Dequeue());
            if (group.Count == 0) _busy.Remove(ledgerId);
        }

        return group;
    }

    /// <summary>False if several were refused together, so that it is open whose fault it was.</summary>
    private async Task<bool> TryWriteAsync(Guid ledgerId, List<Creation> group)
    {
        var open = group.FindAll(creation => !creation.IsCancelled);
        if (open.Count == 0) return true;
        try
        {
            await WriteAsync(ledgerId, open);
            open.ForEach(creation => creation.Answer());
        }
        catch (Exception failure)
        {
            if (open.Count > 1 && !IsOutage(failure)) return false;
            open.ForEach(creation => creation.Fail(failure));
        }

        return true;
    }

    private async Task WriteAsync(Guid ledgerId, List<Creation> group)
    {
        await using var session = store.LightweightSession(new SessionOptions { TenantId = LedgerScope.TenantOf(ledgerId) });
        var locked = await session.LockLedgerAsync(CancellationToken.None);
        var next = locked;
        foreach (var creation in group)
        {
            if (await creation.DecideAsync(session, next) is not { } stream) continue;
            foreach (var e in stream.Events) e.SetHeader(LedgerRevision.Header, next.Revision);
            List<LedgerEvent> events = [.. stream.Events.Select(e => new LedgerEvent(stream.Id, e.Data))];
            await listener.CompleteAsync(new LedgerCommit(ledgerId, next, events, session), CancellationToken.None);
            next = next with { Revision = next.Revision + 1 };
        }

        if (next == locked) return;
        if (next.Revision > locked.Revision + 1)
            session.QueueSqlCommand("update ledger_heads set revision = ? where ledger_id = ?", next.Revision - 1, ledgerId);
        await session.SaveChangesAsync(CancellationToken.None);
    }

    /// <summary>Whether it is the server that is away: then what became of the transaction is not known, and there is nobody to try again with.</summary>
    private static bool IsOutage(Exception? failure) =>
        failure is not null and not PostgresException && (failure is NpgsqlException or TimeoutException || IsOutage(failure.InnerException));
}
