using Npgsql;

namespace MyBudget.Infrastructure.Hosting;

/// <summary>Deletes what has run out, every hour. Any number of replicas may do it at the same time.</summary>
internal abstract partial class HourlySweep(TimeProvider time, ILogger logger) : BackgroundService
{
    protected TimeProvider Time { get; } = time;

    public abstract Task SweepAsync(CancellationToken cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), Time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (NpgsqlException failure)
            {
                LogFailed(failure);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What has run out could not be deleted; the next hour tries again")]
    private partial void LogFailed(Exception exception);
}
