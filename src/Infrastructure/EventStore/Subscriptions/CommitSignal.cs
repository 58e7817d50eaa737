namespace MyBudget.Infrastructure.EventStore.Subscriptions;

/// <summary>
/// Wakes this replica's daemon as soon as a ledger's write is committed here. PostgreSQL's own notifications would reach every replica,
/// but they commit one after the other: writers of different ledgers would wait for each other.
/// </summary>
internal sealed class CommitSignal : IDisposable
{
    /// <summary>Commits that follow each other closely are one page, so that a busy ledger is not looked at after each.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(50);

    private readonly SemaphoreSlim _committed = new(0, 1);

    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        if (await _committed.WaitAsync(atMost, cancellationToken)) await Task.Delay(Gathering, cancellationToken);
    }

    /// <summary>Something was committed to a ledger.</summary>
    public void Wake()
    {
        lock (_committed)
        {
            if (_committed.CurrentCount == 0) _committed.Release();
        }
    }

    public void Dispose() => _committed.Dispose();
}
