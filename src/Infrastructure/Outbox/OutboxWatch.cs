using MyBudget.Infrastructure.Operations.Hosting;

namespace MyBudget.Infrastructure.Outbox;

/// <summary>Measures the backlog.</summary>
internal sealed partial class OutboxWatch(NpgsqlDataSource database, OutboxMetrics metrics, TimeProvider time, ILogger<OutboxWatch> logger)
    : RecurringWork(Every, firstAfter: Every, time)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    protected override async Task RoundAsync(CancellationToken cancellationToken)
    {
        metrics.Show(await database.Sql(
            $"""
             select channel, count(*) filter (where parked_at is null), count(*) filter (where parked_at is not null),
                    coalesce(greatest(extract(epoch from {Time.GetUtcNow()} - min(due_at) filter (where parked_at is null)), 0), 0)::float8
             from {OutboxTable.Name:raw} group by channel
             """)
            .ListAsync(row => new ChannelBacklog(row.GetString(0), row.GetInt64(1), row.GetInt64(2), row.GetDouble(3)), cancellationToken));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The outbox could not be measured; trying again in half a minute")]
    protected override partial void LogFailed(Exception exception);
}
