using System.Diagnostics.Metrics;

namespace MyBudget.Infrastructure.Outbox;

/// <summary>What an operator watches: how much waits and how long, what was sent and what was not.</summary>
internal sealed class OutboxMetrics
{
    private readonly Counter<long> _tries;
    private volatile IReadOnlyList<ChannelBacklog> _backlog = [];

    public OutboxMetrics(IMeterFactory meters, OutboxFaults faults)
    {
        var meter = meters.Create(TelemetrySetup.Meter);
        _tries = meter.CreateCounter<long>("mybudget.outbox.tries", "{try}", "Tries, by channel and outcome.");
        meter.CreateObservableGauge("mybudget.outbox.depth", () => Measure(backlog => backlog.Waiting), "{message}", "Messages that wait.");
        meter.CreateObservableGauge("mybudget.outbox.parked", () => Measure(backlog => backlog.Parked), "{message}", "Messages kept aside.");
        meter.CreateObservableGauge(
            "mybudget.outbox.misconfigured",
            () => faults.Channels.Select(channel => new Measurement<int>(1, new KeyValuePair<string, object?>("channel", channel))),
            "{channel}", "Channels on which nothing can be sent until an operator acts.");
        meter.CreateObservableGauge("mybudget.outbox.age", () => Measure(backlog => backlog.OldestSeconds), "s", "How long the first has been due.");
    }

    public void Count(string channel, Delivery outcome) => _tries.Add(
        1, new KeyValuePair<string, object?>("channel", channel),
        new KeyValuePair<string, object?>("outcome", outcome.GetType().Name.ToLowerInvariant()));

    public void Show(IReadOnlyList<ChannelBacklog> backlog) => _backlog = backlog;

    private IEnumerable<Measurement<T>> Measure<T>(Func<ChannelBacklog, T> value) where T : struct =>
        _backlog.Select(backlog => new Measurement<T>(value(backlog), new KeyValuePair<string, object?>("channel", backlog.Channel)));
}

/// <param name="Waiting">Messages to be sent now or later.</param>
/// <param name="Parked">Messages kept aside.</param>
/// <param name="OldestSeconds">Since when the longest waiting one could have been sent.</param>
internal sealed record ChannelBacklog(string Channel, long Waiting, long Parked, double OldestSeconds);
