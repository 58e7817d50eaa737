using Marten;
using Marten.Events.Daemon.Coordination;
using Microsoft.Extensions.Options;
using Npgsql;

namespace MyBudget.Infrastructure.EventStore.Subscriptions;

/// <summary>
/// Starts the daemon, but not before it is written down where it begins: a new database with its first event, and one that lived
/// before there were subscriptions with its next, so that nobody hears of the past.
/// </summary>
/// <remarks>
/// Marten's own way to begin with the present forgets what was committed while nobody led: it takes the present of every start.
/// </remarks>
internal sealed partial class LedgerDaemon(
    IProjectionCoordinator coordinator, IDocumentStore store, NpgsqlDataSource database, IOptions<DaemonSettings> settings, TimeProvider time,
    ILogger<LedgerDaemon> logger) : BackgroundService
{
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);

    // The mark that the daemon holds all events below to be known goes along: it need not look for gaps in the past. It also tells
    // that this was done: where the past is empty Marten wants to write the shard's first progress itself.
    private const string Begin =
        """
        insert into mt_event_progression (name, last_seq_id)
        select name, past.ends from unnest(array_append($1, 'HighWaterMark')) as shard (name),
            (select case when $2 then 0 else coalesce(max(seq_id), 0) end as ends from mt_events) as past
        where not exists (select from mt_event_progression where name = 'HighWaterMark' or name = any ($1))
            and (past.ends > 0 or name = 'HighWaterMark')
        on conflict (name) do nothing
        """;

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
            await using var command = database.CreateCommand(Begin);
            command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = DaemonShards.Of(store) });
            command.Parameters.Add(new NpgsqlParameter<bool> { TypedValue = _isNew });
            await command.ExecuteNonQueryAsync(cancellationToken);
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
