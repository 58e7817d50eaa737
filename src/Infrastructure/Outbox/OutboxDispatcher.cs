namespace MyBudget.Infrastructure.Outbox;

/// <summary>Runs a sender for every channel, on every replica.</summary>
internal sealed class OutboxDispatcher(IEnumerable<IOutboxChannel> channels, IServiceProvider services) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(channels.Select(channel =>
        ActivatorUtilities.CreateInstance<OutboxSender>(services, channel).RunAsync(stoppingToken)));
}
