using System.Collections.Concurrent;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.EventStore.Subscriptions;

namespace MyBudget.IntegrationTests.Infrastructure.EventStore.Subscriptions;

/// <summary>What reached the subscribers of all replicas of a test.</summary>
internal sealed class SeenEvents
{
    private readonly ConcurrentQueue<(Guid LedgerId, int Replica, IReadOnlyList<CommittedEvent> Events)> _pages = new();

    /// <summary>Called before a page is noted; it may throw.</summary>
    public Action<Guid, IReadOnlyList<CommittedEvent>> Before { get; set; } = (_, _) => { };

    /// <summary>Called before that, and waited for.</summary>
    public Func<Guid, int, Task> Hold { get; set; } = (_, _) => Task.CompletedTask;

    public async Task AddAsync(Guid ledgerId, int replica, IReadOnlyList<CommittedEvent> events)
    {
        await Hold(ledgerId, replica);
        Before(ledgerId, events);
        _pages.Enqueue((ledgerId, replica, events));
    }

    /// <summary>In the order they came; a revision may have many events, which come together.</summary>
    public IReadOnlyList<long> RevisionsOf(Guid ledgerId) =>
        [.. _pages.Where(page => page.LedgerId == ledgerId).SelectMany(page => page.Events).Select(e => e.Revision).Aggregate(
            new List<long>(), (seen, revision) => seen.Count > 0 && seen[^1] == revision ? seen : [.. seen, revision])];

    /// <summary>Which replica saw each page, in the order they came.</summary>
    public IReadOnlyList<int> ReplicasOf(Guid ledgerId) => [.. _pages.Where(page => page.LedgerId == ledgerId).Select(page => page.Replica)];

    /// <summary>Waits until the ledger's events up to the revision have come, at most half a minute.</summary>
    public async Task UntilAsync(Guid ledgerId, long revision)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (!RevisionsOf(ledgerId).Contains(revision))
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}

/// <param name="Number">Counted from 1.</param>
internal sealed record Replica(int Number);

internal sealed class TestSubscriber(LedgerScope scope, SeenEvents seen, Replica replica) : LedgerSubscriber
{
    public override Task HandleAsync(IReadOnlyList<CommittedEvent> events, CancellationToken cancellationToken) =>
        seen.AddAsync(scope.LedgerId, replica.Number, events).WaitAsync(cancellationToken);
}

/// <summary>Makes the subscribers of one ledger wait.</summary>
internal sealed class HeldLedger
{
    private readonly TaskCompletionSource _isHeld = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _release = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public HeldLedger(SeenEvents seen, Guid ledgerId, int? replica = null) => seen.Hold = (id, by) =>
    {
        if (id != ledgerId || by != (replica ?? by)) return Task.CompletedTask;
        _isHeld.TrySetResult();
        return _release.Task;
    };

    public Task IsHeldAsync() => _isHeld.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

    public void Release() => _release.TrySetResult();
}
