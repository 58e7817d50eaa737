namespace MyBudget.Infrastructure.EventStore.Subscriptions;

/// <summary>
/// Wakes this replica's daemon as soon as a ledger's write is committed here. PostgreSQL's own notifications would reach every replica,
/// but they commit one after the other: writers of different ledgers would wait for each other.
/// </summary>
internal sealed class CommitSignal : IDisposable
{
    /// <summary>Commits that follow each other closely are one page, so that a busy ledger is not looked at after each.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(30);

    /// <summary>Where so many came meanwhile, the replica is busy: what a page costs counts for more than a moment.</summary>
    private const int Many = 4;

    private static readonly TimeSpan LongerGathering = TimeSpan.FromMilliseconds(170);

    private readonly SemaphoreSlim _committed = new(0, 1);
    private int _commits;

    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        if (!await _committed.WaitAsync(atMost, cancellationToken)) return;
        await Task.Delay(Gathering, cancellationToken);
        if (Interlocked.Exchange(ref _commits, 0) >= Many) await Task.Delay(LongerGathering, cancellationToken);
    }

    public void Wake()
    {
        Interlocked.Increment(ref _commits);
        lock (_committed)
        {
            if (_committed.CurrentCount == 0) _committed.Release();
        }
    }

    public void Dispose() => _committed.Dispose();
}
