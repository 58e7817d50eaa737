using System.Collections.Concurrent;
using MyBudget.Infrastructure.Outbox;

namespace MyBudget.IntegrationTests.Infrastructure.Outbox;

/// <summary>A way out that the test answers for.</summary>
internal sealed class TestChannel(Func<OutboxMessage, CancellationToken, Task<Delivery>> answer) : IOutboxChannel
{
    public const string ChannelName = "test";

    private readonly ConcurrentQueue<OutboxMessage> _sent = new();

    public TestChannel(Func<OutboxMessage, Delivery>? answer = null)
        : this((message, _) => Task.FromResult(answer is null ? new Delivery.Done() : answer(message)))
    {
    }

    public string Name => ChannelName;

    public int Concurrency => 4;

    /// <summary>Every try, in order.</summary>
    public IReadOnlyCollection<OutboxMessage> Tries => _sent;

    public Task<Deliver> OpenAsync(IReadOnlyList<OutboxMessage> batch, CancellationToken cancellationToken) => Task.FromResult<Deliver>(
        (message, cancellation) =>
        {
            _sent.Enqueue(message);
            return answer(message, cancellation);
        });
}
