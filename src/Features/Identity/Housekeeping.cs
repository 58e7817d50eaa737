using Microsoft.Extensions.Options;
using MyBudget.Infrastructure.Security;
using Npgsql;

namespace MyBudget.Features.Identity;

/// <summary>Deletes what has run out, every hour. Any number of replicas may do it at the same time.</summary>
internal sealed partial class Housekeeping(
    NpgsqlDataSource database, IOptions<TokenSettings> settings, TimeProvider time, ILogger<Housekeeping> logger) : BackgroundService
{
    /// <summary>An ended sign-in is kept this long, to tell its user or operator why it ended.</summary>
    private static readonly TimeSpan KeepEnded = TimeSpan.FromDays(30);

    private const string Sql =
        $"""
         delete from {Attempts.Table} where resets_at < $1;
         delete from mt_doc_mail_code where (data->>'expiresAt')::timestamptz < $1;
         delete from mt_doc_refresh_token where (data->>'issuedAt')::timestamptz < $2;
         delete from mt_doc_sign_in_session where ended_at < $3 or (data->>'expiresAt')::timestamptz < $3;
         """;

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var times = new[] { now, now - settings.Value.RefreshTokenLifetime, now - KeepEnded };
        await using var batch = database.CreateBatch();
        foreach (var statement in Sql.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var command = new NpgsqlBatchCommand(statement);
            foreach (var at in times) command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = at });
            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "Expired sign-ins could not be deleted; the next hour tries again")]
    private partial void LogFailed(Exception exception);
}
