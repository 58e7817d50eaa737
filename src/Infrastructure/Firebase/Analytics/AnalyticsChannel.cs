using System.Diagnostics.Metrics;

namespace MyBudget.Infrastructure.Firebase.Analytics;

/// <summary>
/// Sends product events, those that wait together in one request. What does not arrive after a few tries is dropped rather than
/// parked: no operator has to look after a number in a chart.
/// </summary>
internal sealed class AnalyticsChannel(MeasurementClient client, IMeterFactory meters) : IOutboxChannel
{
    public const string ChannelName = "analytics";

    private const int MostTries = 5;

    private readonly Counter<long> _dropped = meters.Create(TelemetrySetup.Meter)
        .CreateCounter<long>("mybudget.analytics.dropped", "{event}", "Product events that did not arrive after the last try.");

    public string Name => ChannelName;

    public int Concurrency => MeasurementBody.MostEvents;

    public Task<Deliver> OpenAsync(IReadOnlyList<OutboxMessage> batch, CancellationToken cancellationToken)
    {
        // Sent by whichever of its messages comes first.
        var requests = batch.Chunk(MeasurementBody.MostEvents)
            .Select(messages => (messages, request: new Lazy<Task<string?>>(() => client.SendAsync([.. messages.Select(Read)]))))
            .SelectMany(share => share.messages, (share, message) => (message.Id, share.request))
            .ToDictionary(share => share.Id, share => share.request);
        return Task.FromResult<Deliver>(async (message, _) => await requests[message.Id].Value switch
        {
            null => new Delivery.Done(),
            var failure when message.Attempts < MostTries => new Delivery.Retry(failure),
            _ => Drop(),
        });
    }

    private Delivery.Done Drop()
    {
        _dropped.Add(1);
        return new Delivery.Done();
    }

    private static ProductEvent Read(OutboxMessage message) => JsonSerializer.Deserialize<ProductEvent>(message.Payload, StoredJson.Options)!;
}
