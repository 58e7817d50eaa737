using MyBudget.Infrastructure.Operations.Telemetry;
using Npgsql;

namespace MyBudget.Infrastructure.EventStore.Subscriptions;

/// <summary>Measures on every replica how much news waits and for how long, also where nobody handles it; looks after a former daemon.</summary>
internal sealed partial class DaemonWatch(
    NpgsqlDataSource database, FormerDaemon former, DaemonMetrics metrics, IOptions<DaemonSettings> settings, TimeProvider time,
    ILogger<DaemonWatch> logger) : BackgroundService
{
    private volatile bool _isStalled;

    /// <summary>Whether some ledger's news has waited for too long.</summary>
    public bool IsStalled => _isStalled;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(settings.Value.WatchInterval, time);
        var trouble = new Trouble();
        do
        {
            try
            {
                var backlog = await MeasureAsync(stoppingToken);
                metrics.Show(backlog);
                _isStalled = backlog.Oldest >= settings.Value.StalledAfter;
                if (settings.Value.Enabled) await former.LookAfterAsync(stoppingToken);
                trouble.Ends();
            }
            catch (Exception failure) when (failure is NpgsqlException or TimeoutException)
            {
                if (trouble.IsNew(failure)) LogFailed(failure);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<NewsBacklog> MeasureAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return (await database.Sql(
            $"""
             select coalesce(max(last_seq) - min(first_seq) + 1, 0), coalesce(min(since), {now}) from {LedgerNews.Table:raw}
             """)
            .FirstOrDefaultAsync(
                row => new NewsBacklog(row.GetInt64(0), now - row.GetFieldValue<DateTimeOffset>(1)), cancellationToken))!;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The daemon's progress could not be measured; trying again")]
    private partial void LogFailed(Exception exception);
}

/// <param name="Events">From the first event that is not handled to the last, those of other ledgers included.</param>
/// <param name="Oldest">How long the first of them has waited, or the rest of its ledger since something of it was handled.</param>
internal sealed record NewsBacklog(long Events, TimeSpan Oldest);
