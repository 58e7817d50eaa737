using Microsoft.Extensions.Diagnostics.HealthChecks;
using MyBudget.Infrastructure.Operations.Health;

namespace MyBudget.Infrastructure.Database;

/// <summary>
/// Asks the database whether it is there, over a connection of its own: requests that use up the pool make a replica slow, but do
/// not make it one that cannot serve. Questions that follow each other closely have one answer.
/// </summary>
internal sealed partial class DatabaseProbe(
    IConfiguration configuration, DatabaseHosts hosts, ExpectedSchema schema, IOptions<HealthSettings> settings, TimeProvider time, ILogger<DatabaseProbe> logger)
    : IHealthCheck, IAsyncDisposable
{
    private readonly NpgsqlDataSource _database = DatabaseConnection.Create(configuration, hosts, "health", connection =>
    {
        connection.MaxPoolSize = 1;
        connection.MinPoolSize = 0;
        // A second after the question was given up the connection is broken off, and the next question opens another. Not without any
        // wait (-1): then a host that gives no answer would not count as away, and be asked first every time.
        connection.CancellationTimeout = 1;
        connection.Timeout = 1;
    });

    // Where one host of several is away, the others are asked after it.
    private readonly TimeSpan _patience = settings.Value.Timeout * DatabaseConnection.Hosts(configuration);

    private readonly Lock _asking = new();
    private Task<string?> _answer = Task.FromResult<string?>("not asked yet");
    private long? _askedAt;
    private string? _told;

    /// <summary>The database was there with all that this version expects, at least once.</summary>
    public bool HasSeenSchema { get; private set; }

    /// <summary>Answers with what is missing, or null.</summary>
    public Task<string?> AskAsync()
    {
        lock (_asking)
        {
            if (_askedAt is not { } at || (_answer.IsCompleted && time.GetElapsedTime(at) >= settings.Value.CacheFor))
                (_askedAt, _answer) = (time.GetTimestamp(), MeasureAsync());
            return _answer;
        }
    }

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await AskAsync() is { } missing ? HealthCheckResult.Unhealthy(missing) : HealthCheckResult.Healthy();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private async Task<string?> MeasureAsync()
    {
        if (!HasSeenSchema) schema.Prepare();
        using var limit = new CancellationTokenSource(_patience, time);
        string? missing = null;
        try
        {
            if (HasSeenSchema) await _database.Sql($"select 1").ExecuteAsync(limit.Token);
            else missing = await schema.MissingAsync(_database, limit.Token);
            if (missing is null) HasSeenSchema = true;
        }
        catch (Exception failure) when (failure is NpgsqlException or TimeoutException or OperationCanceledException)
        {
            missing = "no answer";
            hosts.Forget();
        }

        if (missing is null && _told is not null) LogBack();
        if (missing is not null && missing != _told) LogAway(missing);
        _told = missing;
        return missing;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Not ready, the database: {Missing}")]
    private partial void LogAway(string missing);

    [LoggerMessage(Level = LogLevel.Information, Message = "Ready again, the database answers")]
    private partial void LogBack();
}
