using System.Diagnostics.Metrics;

namespace MyBudget.Infrastructure.EventStore.Subscriptions;

/// <summary>How far behind the subscribers are, and what they failed on.</summary>
internal sealed class DaemonMetrics
{
    private readonly Counter<long> _failed;
    private volatile NewsBacklog _backlog = new(0, TimeSpan.Zero);

    public DaemonMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(TelemetrySetup.Meter);
        _failed = meter.CreateCounter<long>("mybudget.daemon.passed_over", "{page}", "Pages of a ledger that a subscriber failed on for good.");
        meter.CreateObservableGauge("mybudget.daemon.lag", () => _backlog.Events, "{event}", "From the oldest unhandled event to the newest.");
        meter.CreateObservableGauge("mybudget.daemon.age", () => _backlog.Oldest.TotalSeconds, "s", "How long some ledger has got nowhere.");
    }

    public void CountFailed(string subscriber) => _failed.Add(1, new KeyValuePair<string, object?>("subscriber", subscriber));

    public void Show(NewsBacklog backlog) => _backlog = backlog;
}
