using Microsoft.Extensions.Options;
using Npgsql;

namespace MyBudget.Infrastructure.Outbox;

/// <summary>Measures the backlog and deletes what nobody needs any more. Any number of replicas may do it at the same time.</summary>
internal sealed partial class OutboxHousekeeping(
    NpgsqlDataSource database, OutboxMetrics metrics, IOptions<OutboxSettings> settings, TimeProvider time,
    ILogger<OutboxHousekeeping> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    // Locked rows are being claimed or settled: the next round finds them. A parked mail may hold a code; it is emptied in time.
    private const string SweepSql =
        $$"""
         delete from {{OutboxTable.Name}} where id in (
             select id from {{OutboxTable.Name}}
             where (parked_at is null and expires_at <= $1 and due_at <= $1) or parked_at <= $2
             limit 10000 for update skip locked);
         update {{OutboxTable.Name}} set payload = '{}'
         where parked_at is not null and expires_at <= $1 and payload <> '{}';
         """;

    private const string BacklogSql =
        $"""
         select channel, count(*) filter (where parked_at is null), count(*) filter (where parked_at is not null),
                coalesce(greatest(extract(epoch from $1 - min(due_at) filter (where parked_at is null)), 0), 0)::float8
         from {OutboxTable.Name} group by channel
         """;

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var statements = SweepSql.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        metrics.CountExpired(await ExecuteAsync(statements[0], [now, now - settings.Value.KeepParked], cancellationToken));
        await ExecuteAsync(statements[1], [now], cancellationToken);
        metrics.Show(await BacklogAsync(now, cancellationToken));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
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

    private async Task<int> ExecuteAsync(string sql, DateTime[] times, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var at in times) command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = at });
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<ChannelBacklog>> BacklogAsync(DateTime now, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(BacklogSql);
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = now });
        var backlog = new List<ChannelBacklog>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            backlog.Add(new ChannelBacklog(reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetDouble(3)));
        return backlog;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The outbox could not be swept; trying again in half a minute")]
    private partial void LogFailed(Exception exception);
}
