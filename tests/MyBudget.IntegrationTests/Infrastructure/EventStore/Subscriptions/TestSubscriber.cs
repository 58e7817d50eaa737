using System.Collections.Concurrent;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.EventStore.Subscriptions;

namespace MyBudget.IntegrationTests.Infrastructure.EventStore.Subscriptions;

/// <summary>What reached the subscribers of all replicas of a test.</summary>
internal sealed class SeenEvents
{
    private readonly ConcurrentQueue<(Guid LedgerId, CommittedEvent Event)> _events = new();

    /// <summary>Called before a part of a page is noted; it may throw.</summary>
    public Action<Guid, IReadOnlyList<CommittedEvent>> Before { get; set; } = (_, _) => { };

    public void Add(Guid ledgerId, IReadOnlyList<CommittedEvent> events)
    {
        Before(ledgerId, events);
        foreach (var e in events) _events.Enqueue((ledgerId, e));
    }

    /// <summary>In the order they came; a revision may have many events, which come together.</summary>
    public IReadOnlyList<long> RevisionsOf(Guid ledgerId) =>
        [.. _events.Where(e => e.LedgerId == ledgerId).Select(e => e.Event.Revision).Aggregate(
            new List<long>(), (seen, revision) => seen.Count > 0 && seen[^1] == revision ? seen : [.. seen, revision])];

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

internal sealed class TestSubscriber(LedgerScope scope, SeenEvents seen) : LedgerSubscriber
{
    public override Task HandleAsync(IReadOnlyList<CommittedEvent> events, CancellationToken cancellationToken)
    {
        seen.Add(scope.LedgerId, events);
        return Task.CompletedTask;
    }
}
