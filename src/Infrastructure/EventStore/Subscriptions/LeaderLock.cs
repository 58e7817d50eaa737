using System.Collections.Concurrent;
using JasperFx.Events.Daemon;
using Microsoft.Extensions.Options;
using MyBudget.Infrastructure.Database;
using Npgsql;

namespace MyBudget.Infrastructure.EventStore.Subscriptions;

/// <summary>
/// The lock of the replica that leads. It ends with the connection of an open transaction, which is asked for a sign of life now and
/// then. A statement that does not end, by which libraries notice a lost connection, would keep PostgreSQL from clearing away what is
/// changed in any table meanwhile.
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
            await connection.BeginTransactionAsync(token);
            if (await connection.Sql($"select pg_try_advisory_xact_lock({(long)lockId})").ScalarAsync<bool>(token))
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
        // Unlike a query, "show" takes no snapshot, and PostgreSQL lets go of the one that taking the lock needed.
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
