using MyBudget.Infrastructure.Hosting;
using Npgsql;

namespace MyBudget.Features.Notifications;

/// <summary>Deletes what nobody looks at any more.</summary>
internal sealed class Housekeeping(NpgsqlDataSource database, TimeProvider time, ILogger<Housekeeping> logger) : HourlySweep(time, logger)
{
    private static readonly TimeSpan KeepRead = TimeSpan.FromDays(90);
    private static readonly TimeSpan KeepUnread = TimeSpan.FromDays(365);

    /// <summary>FCM advises against tokens that were not seen for a month or two: their app is gone.</summary>
    private static readonly TimeSpan KeepDevice = TimeSpan.FromDays(60);

    private static readonly IReadOnlyList<(string Sql, TimeSpan Age)> Sweeps =
    [
        ($"delete from {Inbox.Table} where (data->>'readAt')::timestamptz < $1", KeepRead),
        ($"delete from {Inbox.Table} where (data->>'createdAt')::timestamptz < $1", KeepUnread),
        ("delete from mt_doc_device where (data->>'lastSeenAt')::timestamptz < $1", KeepDevice),
        ("""
         delete from mt_doc_device where not exists (
             select from mt_doc_sign_in_session sign_in
             where sign_in.id = (mt_doc_device.data->>'sessionId')::uuid and sign_in.ended_at is null
               and (sign_in.data->>'expiresAt')::timestamptz > $1)
         """, TimeSpan.Zero),
    ];

    public override async Task SweepAsync(CancellationToken cancellationToken)
    {
        foreach (var (sql, age) in Sweeps)
        {
            await using var command = database.CreateCommand(sql);
            command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = (Time.GetUtcNow() - age).UtcDateTime });
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
