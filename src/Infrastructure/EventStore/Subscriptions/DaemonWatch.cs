using Marten;
using Microsoft.Extensions.Options;
using MyBudget.Infrastructure.Database;
using MyBudget.Infrastructure.Operations.Telemetry;
using Npgsql;

namespace MyBudget.Infrastructure.EventStore.Subscriptions;

/// <summary>
/// Measures on every replica how far behind each shard is, and since when it has not moved. Marten's own checks compare with a mark
/// that the daemon itself sets, so they see nothing wrong with one that never started.
/// </summary>
internal sealed partial class DaemonWatch(
    NpgsqlDataSource database, IDocumentStore store, DaemonMetrics metrics, IOptions<DaemonSettings> settings, TimeProvider time,
    ILogger<DaemonWatch> logger) : BackgroundService
{
    private readonly Dictionary<string, (long? Progress, DateTimeOffset Since)> _standing = new(StringComparer.Ordinal);
    private readonly Trouble _trouble = new();
    private volatile IReadOnlyList<string> _stalled = [];

    /// <summary>The shards that have had something to do for too long without getting on.</summary>
    public IReadOnlyList<string> Stalled => _stalled;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(settings.Value.WatchInterval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                Judge(await MeasureAsync(stoppingToken));
                _trouble.Ends();
            }
            catch (NpgsqlException failure)
            {
                if (_trouble.IsNew(failure)) LogFailed(failure);
            }
        }
    }

    private Task<IReadOnlyList<ShardLag>> MeasureAsync(CancellationToken cancellationToken) => database.Sql(
        $"""
         select shard.name, progress.last_seq_id, coalesce((select max(seq_id) from {EventTables.Events:raw}), 0)
         from unnest({DaemonShards.Of(store)}) as shard (name) left join {EventTables.Progress:raw} progress using (name)
         """)
        .ListAsync(
            row =>
            {
                long? progress = row.IsDBNull(1) ? null : row.GetInt64(1);
                return new ShardLag(row.GetString(0), progress, Math.Max(0, row.GetInt64(2) - (progress ?? 0)));
            },
            cancellationToken);

    private void Judge(IReadOnlyList<ShardLag> lags)
    {
        metrics.Show(lags);
        var now = time.GetUtcNow();
        foreach (var lag in lags)
        {
            if (lag.Events == 0) _standing.Remove(lag.Shard);
            else if (!_standing.TryGetValue(lag.Shard, out var standing) || standing.Progress != lag.Progress)
                _standing[lag.Shard] = (lag.Progress, now);
        }

        _stalled = [.. _standing.Where(shard => now - shard.Value.Since >= settings.Value.StalledAfter).Select(shard => shard.Key)];
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The daemon's progress could not be measured; trying again")]
    private partial void LogFailed(Exception exception);
}
