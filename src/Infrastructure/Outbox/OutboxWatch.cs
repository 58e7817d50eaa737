using MyBudget.Infrastructure.Operations.Telemetry;
using Npgsql;

namespace MyBudget.Infrastructure.Outbox;

/// <summary>Measures the backlog.</summary>
internal sealed partial class OutboxWatch(NpgsqlDataSource database, OutboxMetrics metrics, TimeProvider time, ILogger<OutboxWatch> logger)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    private const string Sql =
        $"""
         select channel, count(*) filter (where parked_at is null), count(*) filter (where parked_at is not null),
                coalesce(greatest(extract(epoch from $1 - min(due_at) filter (where parked_at is null)), 0), 0)::float8
         from {OutboxTable.Name} group by channel
         """;

    public async Task MeasureAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = time.GetUtcNow().UtcDateTime });
        var backlog = new List<ChannelBacklog>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            backlog.Add(new ChannelBacklog(reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetDouble(3)));
        metrics.Show(backlog);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        var trouble = new Trouble();
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await MeasureAsync(stoppingToken);
                trouble.Ends();
            }
            catch (NpgsqlException failure)
            {
                if (trouble.IsNew(failure)) LogFailed(failure);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The outbox could not be measured; trying again in half a minute")]
    private partial void LogFailed(Exception exception);
}
