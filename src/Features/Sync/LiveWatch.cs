namespace MyBudget.Features.Sync;

/// <summary>
/// Looks for what the open streams of this replica have to tell, whichever replica wrote it, with a few statements for all of them.
/// PostgreSQL's own notifications would make writers of different ledgers wait for each other at their commits.
/// </summary>
internal sealed partial class LiveWatch(LiveStreams streams, NpgsqlDataSource database, TimeProvider time, ILogger<LiveWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(200);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var trouble = new Trouble();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (streams.All is { Count: > 0 } open) await LookAsync(open, stoppingToken);
                trouble.Ends();
            }
            catch (Exception failure) when (failure is NpgsqlException or TimeoutException)
            {
                if (trouble.IsNew(failure)) LogFailed(failure);
            }

            await streams.WaitAsync(Every, stoppingToken);
        }
    }

    private async Task LookAsync(IReadOnlyCollection<LiveStream> open, CancellationToken cancellationToken)
    {
        Guid[] users = [.. open.Select(stream => stream.UserId).Distinct()];
        Guid[] sessions = [.. open.Select(stream => stream.SessionId).Distinct()];
        var living = (await database.Sql(
            $"select id from {SecurityTables.SignIns:raw} where id = any({sessions}) and ended_at is null and (data->>'expiresAt')::timestamptz > {time.GetUtcNow()}")
            .ListAsync(row => row.GetGuid(0), cancellationToken)).ToHashSet();
        var ledgers = (await database.Sql(
            $"""
             select m.user_id, m.ledger_id, m.role, h.incarnation, h.revision
             from {SecurityTables.Memberships:raw} m join {EventTables.Heads:raw} h on h.ledger_id = m.ledger_id where m.user_id = any({users})
             """)
            .ListAsync(
                row => (User: row.GetGuid(0), Ledger: row.GetGuid(1), Role: Enum.Parse<LedgerRole>(row.GetString(2), ignoreCase: true),
                    Head: new SyncCursor(row.GetGuid(3), row.GetInt64(4))),
                cancellationToken))
            .GroupBy(row => row.User).ToDictionary(rows => rows.Key, rows => rows.ToDictionary(row => row.Ledger, row => (row.Role, row.Head)));
        var unread = (await database.Sql(
            $"select user_id, count(*) from ({NotificationsTables.Unread:raw}) unread where user_id = any({users}) and ends_at > {time.GetUtcNow()} group by user_id")
            .ListAsync(row => (User: row.GetGuid(0), Unread: row.GetInt64(1)), cancellationToken)).ToDictionary(row => row.User, row => row.Unread);

        foreach (var stream in open)
        {
            if (living.Contains(stream.SessionId)) stream.Tell(ledgers.GetValueOrDefault(stream.UserId) ?? [], unread.GetValueOrDefault(stream.UserId));
            else stream.End();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What is new could not be looked for; trying again")]
    private partial void LogFailed(Exception exception);
}
