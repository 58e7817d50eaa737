using System.Collections.Concurrent;
using JasperFx.Events.Daemon;
using Microsoft.Extensions.Options;
using Npgsql;

namespace MyBudget.Infrastructure.EventStore.Subscriptions;

/// <summary>
/// Who holds it leads. It ends with the connection of an open transaction, whose life is asked for now and then. A statement that lasts,
/// as libraries have it to find out about lost connections, would keep PostgreSQL from clearing away whatever is changed in any
/// table meanwhile.
/// </summary>
internal sealed partial class LeaderLock(
    NpgsqlDataSource database, IOptions<DaemonSettings> settings, TimeProvider time, ILogger<LeaderLock> logger) : IAdvisoryLock
{
    private readonly ConcurrentDictionary<int, Held> _held = new();

    public bool HasLock(int lockId) => _held.TryGetValue(lockId, out var held) && !held.IsLost;

    public async Task<bool> TryAttainLockAsync(int lockId, CancellationToken token)
    {
        await ReleaseLockAsync(lockId);
        var connection = await database.OpenConnectionAsync(token);
        try
        {
            var transaction = await connection.BeginTransactionAsync(token);
            await using var command = new NpgsqlCommand("select pg_try_advisory_xact_lock($1)", connection, transaction)
            {
                Parameters = { new NpgsqlParameter<long> { TypedValue = lockId } },
            };
            if (await command.ExecuteScalarAsync(token) is true)
            {
                _held[lockId] = new Held(connection, settings.Value.LeadershipPollInterval, time, LogLost);
                return true;
            }
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        await connection.DisposeAsync();
        return false;
    }

    public async Task ReleaseLockAsync(int lockId)
    {
        if (_held.TryRemove(lockId, out var held)) await held.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var lockId in _held.Keys) await ReleaseLockAsync(lockId);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "This replica no longer leads: the connection that said so is lost")]
    private partial void LogLost(Exception exception);

    /// <summary>The open transaction; closing its connection ends it.</summary>
    private sealed class Held : IAsyncDisposable
    {
        // Unlike a query it takes no snapshot, and it lets go of the one that taking the lock took.
        private const string Question = "show transaction_isolation";
        private const int PatienceInSeconds = 5;

        private readonly NpgsqlConnection _connection;
        private readonly CancellationTokenSource _stop = new();
        private readonly Task _watch;
        private volatile bool _isLost;

        public Held(NpgsqlConnection connection, TimeSpan interval, TimeProvider time, Action<Exception> lost)
        {
            _connection = connection;
            _watch = WatchAsync(interval, time, lost);
        }

        public bool IsLost => _isLost;

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await _watch;
            await _connection.DisposeAsync();
            _stop.Dispose();
        }

        private async Task WatchAsync(TimeSpan interval, TimeProvider time, Action<Exception> lost)
        {
            using var timer = new PeriodicTimer(interval, time);
            try
            {
                do
                {
                    await using var question = new NpgsqlCommand(Question, _connection) { CommandTimeout = PatienceInSeconds };
                    await question.ExecuteNonQueryAsync(CancellationToken.None);
                }
                while (await timer.WaitForNextTickAsync(_stop.Token));
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                // It is being released.
            }
            catch (Exception failure)
            {
                _isLost = true;
                lost(failure);
            }
        }
    }
}
