using System.Diagnostics.Metrics;

namespace MyBudget.Infrastructure.Firebase.RemoteConfig;

/// <summary>How old what is known of Remote Config is, and why.</summary>
internal sealed class RemoteConfigMetrics
{
    private readonly Counter<long> _failures;
    private readonly TimeProvider _time;
    private long? _readAt;
    private int _refused;

    public RemoteConfigMetrics(IMeterFactory meters, TimeProvider time)
    {
        _time = time;
        var meter = meters.Create(TelemetrySetup.Meter);
        _failures = meter.CreateCounter<long>("mybudget.remote_config.failures", "{read}", "Reads that failed, by reason.");
        meter.CreateObservableGauge("mybudget.remote_config.age", Age, "s", "Since when nothing was heard of the template.");
        meter.CreateObservableGauge(
            "mybudget.remote_config.refused", () => Volatile.Read(ref _refused), "{parameter}", "Parameters whose values cannot be.");
    }

    public void CountFailure(string reason) => _failures.Add(1, new KeyValuePair<string, object?>("reason", reason));

    /// <summary>The template that is here was confirmed just now.</summary>
    public void ShowRead() => _readAt = _time.GetTimestamp();

    public void ShowRefused(int parameters) => Volatile.Write(ref _refused, parameters);

    private IEnumerable<Measurement<double>> Age() => _readAt is { } at ? [new(_time.GetElapsedTime(at).TotalSeconds)] : [];
}
