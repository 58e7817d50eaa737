using JasperFx.Events.Daemon.HighWater;

namespace MyBudget.Infrastructure.EventStore.Subscriptions;

/// <summary>
/// Wakes the daemon as soon as a ledger's write is committed on this replica. PostgreSQL's own notifications would reach every
/// replica, but they commit one after the other: writers of different ledgers would wait for each other.
/// </summary>
internal sealed class CommitSignal : IDaemonWakeup
{
    /// <summary>Commits that follow each other closely are one page, so that a busy server is not asked after each.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(50);

    private readonly SemaphoreSlim _committed = new(0, 1);

    public async Task WaitAsync(TimeSpan timeout, CancellationToken token)
    {
        if (await _committed.WaitAsync(timeout, token)) await Task.Delay(Gathering, token);
    }

    public void Dispose() => _committed.Dispose();

    /// <summary>Something was committed to a ledger.</summary>
    public void Wake()
    {
        lock (_committed)
        {
            if (_committed.CurrentCount == 0) _committed.Release();
        }
    }
}
