using Marten;
using Marten.Events.Daemon.Coordination;
using Microsoft.Extensions.Options;
using MyBudget.Infrastructure.Database;
using Npgsql;

namespace MyBudget.Infrastructure.EventStore.Subscriptions;

/// <summary>
/// Starts the daemon, but not before it is written down where it begins: a new database with its first event, and one that lived
/// before there were subscriptions with its next, so that nobody hears of the past.
/// </summary>
/// <remarks>
/// Marten's own option to begin with the present takes the present of every start, and so skips what was committed while no replica
/// led.
/// </remarks>
internal sealed partial class LedgerDaemon(
    IProjectionCoordinator coordinator, IDocumentStore store, NpgsqlDataSource database, IOptions<DaemonSettings> settings, TimeProvider time,
    ILogger<LedgerDaemon> logger) : BackgroundService
{
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);

    private bool _hasBegun;
    private bool _isNew;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!settings.Value.Enabled) return;
        // While this is awaited the replica takes no requests yet, so the first event of a new database comes after it.
        _hasBegun = await BeginAsync(cancellationToken);
        if (_hasBegun) await coordinator.StartAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await coordinator.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (_hasBegun) return;

        do await Task.Delay(Retry, time, stoppingToken);
        while (!await BeginAsync(stoppingToken));
        await coordinator.StartAsync(stoppingToken);
    }

    private async Task<bool> BeginAsync(CancellationToken cancellationToken)
    {
        try
        {
            var shards = DaemonShards.Of(store);
            // The high-water mark, below which the daemon takes all events for known, is written too: then it looks for no gaps in the
            // past. The mark also tells that this was done: where the past is empty, Marten wants to write the first progress itself.
            await database.Sql(
                $"""
                 insert into {EventTables.Progress:raw} (name, last_seq_id)
                 select name, past.ends from unnest(array_append({shards}, 'HighWaterMark')) as shard (name),
                     (select case when {_isNew} then 0 else coalesce(max(seq_id), 0) end as ends from {EventTables.Events:raw}) as past
                 where not exists (select from {EventTables.Progress:raw} where name = 'HighWaterMark' or name = any ({shards}))
                     and (past.ends > 0 or name = 'HighWaterMark')
                 on conflict (name) do nothing
                 """).ExecuteAsync(cancellationToken);
            return true;
        }
        catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            // A database that gets its tables while this replica waits has no past.
            _isNew = true;
            return false;
        }
        catch (Exception failure) when (failure is NpgsqlException or TimeoutException)
        {
            LogFailed(failure);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The daemon could not find out where it begins; trying again")]
    private partial void LogFailed(Exception exception);
}
