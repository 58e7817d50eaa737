using Npgsql;

namespace MyBudget.Features.Ledgers;

/// <summary>Deletes invitations that have expired, every hour: they name people who may not be users at all.</summary>
internal sealed partial class Housekeeping(NpgsqlDataSource database, TimeProvider time, ILogger<Housekeeping> logger) : BackgroundService
{
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("delete from mt_doc_ledger_invitation where (data->>'expiresAt')::timestamptz <= $1");
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = time.GetUtcNow().UtcDateTime });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), time);
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "Expired invitations could not be deleted; the next hour tries again")]
    private partial void LogFailed(Exception exception);
}
