using System.Diagnostics.Metrics;

namespace MyBudget.Infrastructure.EventStore.Subscriptions;

/// <summary>How far behind the daemon is, and what its subscribers failed on.</summary>
internal sealed class DaemonMetrics
{
    private readonly Counter<long> _failed;
    private volatile IReadOnlyList<ShardLag> _lags = [];

    public DaemonMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("MyBudget");
        _failed = meter.CreateCounter<long>("mybudget.daemon.passed_over", "{page}", "Parts of pages a subscriber failed on for good.");
        meter.CreateObservableGauge(
            "mybudget.daemon.lag",
            () => _lags.Select(lag => new Measurement<long>(lag.Events, new KeyValuePair<string, object?>("shard", lag.Shard))),
            "{event}", "Events that were committed and are not handled yet.");
    }

    public void CountFailed(string subscriber) => _failed.Add(1, new KeyValuePair<string, object?>("subscriber", subscriber));

    public void Show(IReadOnlyList<ShardLag> lags) => _lags = lags;
}

/// <param name="Shard">The name its progress is kept under.</param>
/// <param name="Progress">The number of the last event handled; null when it has never begun.</param>
/// <param name="Events">How many numbers the last event is ahead.</param>
internal sealed record ShardLag(string Shard, long? Progress, long Events);
