using System.Diagnostics.Metrics;

namespace MyBudget.Infrastructure.Operations.Retention;

internal sealed class RetentionMetrics
{
    private readonly Counter<long> _deleted;
    private long _lastSuccess;

    public RetentionMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(TelemetrySetup.Meter);
        _deleted = meter.CreateCounter<long>("mybudget.retention.deleted", "{row}", "Rows that were kept long enough, by rule.");
        meter.CreateObservableGauge(
            "mybudget.retention.last_success_timestamp", LastSuccess, "s", "When this replica last got through all rules, in Unix time.");
    }

    public void Count(RetentionRule rule, long rows) => _deleted.Add(rows, new KeyValuePair<string, object?>("rule", rule.Name));

    public void Succeeded(DateTimeOffset at) => Interlocked.Exchange(ref _lastSuccess, at.ToUnixTimeSeconds());

    private IEnumerable<Measurement<long>> LastSuccess() => Interlocked.Read(ref _lastSuccess) is > 0 and var at ? [new Measurement<long>(at)] : [];
}
