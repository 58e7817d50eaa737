using System.Collections.Concurrent;
using Marten.Services;

namespace MyBudget.Infrastructure.Outbox;

/// <summary>Wakes this replica's senders as soon as something they send is committed here.</summary>
internal sealed class OutboxSignal : DocumentSessionListenerBase
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _waiting = new(StringComparer.Ordinal);

    public override Task AfterCommitAsync(IDocumentSession session, IChangeSet commit, CancellationToken token)
    {
        foreach (var channel in OutboxSession.ChannelsQueued(session)) Wake(channel);
        return Task.CompletedTask;
    }

    public Task WaitAsync(string channel, TimeSpan atMost, CancellationToken cancellationToken) => Of(channel).WaitAsync(atMost, cancellationToken);

    private void Wake(string channel)
    {
        var waiting = Of(channel);
        lock (waiting)
        {
            if (waiting.CurrentCount == 0) waiting.Release();
        }
    }

    private SemaphoreSlim Of(string channel) => _waiting.GetOrAdd(channel, _ => new SemaphoreSlim(0, 1));
}
