using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Npgsql;

namespace MyBudget.Infrastructure.Operations.Telemetry;

/// <summary>
/// Counts what is stored, every few minutes. It is the same number on every replica, so a dashboard takes the largest and never adds
/// them up.
/// </summary>
internal sealed partial class BusinessCounts : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    private readonly IReadOnlyList<BusinessCount> _counts;
    private readonly NpgsqlDataSource _database;
    private readonly TimeProvider _time;
    private readonly ILogger<BusinessCounts> _logger;
    private readonly ConcurrentDictionary<string, long> _values = new(StringComparer.Ordinal);

    public BusinessCounts(
        IEnumerable<BusinessCount> counts, NpgsqlDataSource database, IMeterFactory meters, TimeProvider time, ILogger<BusinessCounts> logger)
    {
        (_counts, _database, _time, _logger) = ([.. counts], database, time, logger);
        var meter = meters.Create(TelemetrySetup.Meter);
        foreach (var count in _counts) meter.CreateObservableGauge(count.Name, () => Known(count), count.Unit, count.Description);
    }

    public async Task CountAsync(CancellationToken cancellationToken)
    {
        foreach (var count in _counts)
        {
            await using var command = _database.CreateCommand(count.Sql);
            _values[count.Name] = (long)(await command.ExecuteScalarAsync(cancellationToken))!;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The start of the host does not wait for it.
        await Task.Yield();
        using var timer = new PeriodicTimer(Every, _time);
        do
        {
            try
            {
                await CountAsync(stoppingToken);
            }
            catch (NpgsqlException failure)
            {
                LogFailed(failure);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Nothing until it has been counted once: 0 would be a lie.</summary>
    private IEnumerable<Measurement<long>> Known(BusinessCount count) =>
        _values.TryGetValue(count.Name, out var value) ? [new Measurement<long>(value)] : [];

    [LoggerMessage(Level = LogLevel.Warning, Message = "What is stored could not be counted; the next round tries again")]
    private partial void LogFailed(Exception exception);
}
