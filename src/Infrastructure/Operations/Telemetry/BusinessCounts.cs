using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using MyBudget.Infrastructure.Operations.Hosting;

namespace MyBudget.Infrastructure.Operations.Telemetry;

/// <summary>
/// Counts what is stored, every few minutes. It is the same number on every replica, so a dashboard takes the largest and never adds
/// them up.
/// </summary>
internal sealed partial class BusinessCounts : RecurringWork
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    private readonly IReadOnlyList<BusinessCount> _counts;
    private readonly NpgsqlDataSource _database;
    private readonly ILogger<BusinessCounts> _logger;
    private readonly ConcurrentDictionary<string, long> _values = new(StringComparer.Ordinal);

    public BusinessCounts(
        IEnumerable<BusinessCount> counts, NpgsqlDataSource database, IMeterFactory meters, TimeProvider time, ILogger<BusinessCounts> logger)
        : base(Every, firstAfter: null, time)
    {
        (_counts, _database, _logger) = ([.. counts], database, logger);
        var meter = meters.Create(TelemetrySetup.Meter);
        foreach (var count in _counts) meter.CreateObservableGauge(count.Name, () => Known(count), count.Unit, count.Description);
    }

    protected override async Task RoundAsync(CancellationToken cancellationToken)
    {
        foreach (var count in _counts)
        {
            await using var command = _database.CreateCommand(count.Sql);
            _values[count.Name] = (long)(await command.ExecuteScalarAsync(cancellationToken))!;
        }
    }

    /// <summary>Nothing until it has been counted once: 0 would be a lie.</summary>
    private IEnumerable<Measurement<long>> Known(BusinessCount count) =>
        _values.TryGetValue(count.Name, out var value) ? [new Measurement<long>(value)] : [];

    [LoggerMessage(Level = LogLevel.Warning, Message = "What is stored could not be counted; the next round tries again")]
    protected override partial void LogFailed(Exception exception);
}
