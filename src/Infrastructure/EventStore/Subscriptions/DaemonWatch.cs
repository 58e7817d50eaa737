using Microsoft.Extensions.Diagnostics.HealthChecks;
using MyBudget.Infrastructure.Operations.Hosting;

namespace MyBudget.Infrastructure.EventStore.Subscriptions;

/// <summary>
/// Measures on every replica how much news waits and for how long, also where nobody handles it; looks after a former daemon. News that
/// nobody handles is noted in readiness: requests are served without it, but nobody is told anything.
/// </summary>
internal sealed partial class DaemonWatch(
    NpgsqlDataSource database, FormerDaemon former, DaemonMetrics metrics, IOptions<DaemonSettings> settings, TimeProvider time,
    ILogger<DaemonWatch> logger) : RecurringWork(settings.Value.WatchInterval, firstAfter: null, time), IHealthCheck
{
    private readonly DaemonSettings _settings = settings.Value;
    private volatile bool _isStalled;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(_isStalled ? HealthCheckResult.Degraded("events are not followed") : HealthCheckResult.Healthy());

    protected override async Task RoundAsync(CancellationToken cancellationToken)
    {
        var backlog = await MeasureAsync(cancellationToken);
        metrics.Show(backlog);
        _isStalled = backlog.Oldest >= _settings.StalledAfter;
        if (_settings.Enabled) await former.LookAfterAsync(cancellationToken);
    }

    private async Task<NewsBacklog> MeasureAsync(CancellationToken cancellationToken)
    {
        var now = Time.GetUtcNow();
        return (await database.Sql(
            $"""
             select coalesce(max(last_seq) - min(first_seq) + 1, 0), coalesce(min(since), {now}) from {LedgerNews.Table:raw}
             """)
            .FirstOrDefaultAsync(
                row => new NewsBacklog(row.GetInt64(0), now - row.GetFieldValue<DateTimeOffset>(1)), cancellationToken))!;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The daemon's progress could not be measured; trying again")]
    protected override partial void LogFailed(Exception exception);
}

/// <param name="Events">From the first event that is not handled to the last, those of other ledgers included.</param>
/// <param name="Oldest">How long the first of them has waited, or the rest of its ledger since something of it was handled.</param>
internal sealed record NewsBacklog(long Events, TimeSpan Oldest);
