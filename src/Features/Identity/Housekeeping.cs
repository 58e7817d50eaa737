using Microsoft.Extensions.Options;
using MyBudget.Infrastructure.Hosting;
using MyBudget.Infrastructure.Security;
using Npgsql;

namespace MyBudget.Features.Identity;

/// <summary>Deletes what has run out.</summary>
internal sealed class Housekeeping(
    NpgsqlDataSource database, IOptions<TokenSettings> settings, TimeProvider time, ILogger<Housekeeping> logger) : HourlySweep(time, logger)
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

    public override async Task SweepAsync(CancellationToken cancellationToken)
    {
        var now = Time.GetUtcNow().UtcDateTime;
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
}
