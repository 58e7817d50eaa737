using MyBudget.Infrastructure.Operations.Hosting;

namespace MyBudget.Infrastructure.Operations.Retention;

/// <summary>Goes through all rules, regularly. A replica that finds another at it leaves it to that one.</summary>
internal sealed partial class RetentionJob(
    IEnumerable<RetentionRule> rules, NpgsqlDataSource database, RetentionMetrics metrics, IOptions<RetentionSettings> settings,
    IServiceProvider services, TimeProvider time, ILogger<RetentionJob> logger)
    : RecurringWork(settings.Value.Every, settings.Value.Every < FirstAfter ? settings.Value.Every : FirstAfter, time)
{
    public const int AtOnce = 5000;

    /// <summary>Any number, but the same on every replica.</summary>
    private const long Lock = 0x6d79_6275_6467_6574;

    /// <summary>Not at once, when a replica that starts has other things to do, but also if none lives for an hour.</summary>
    private static readonly TimeSpan FirstAfter = TimeSpan.FromMinutes(5);

    private readonly RetentionSettings _settings = settings.Value;

    /// <summary>Answers with the rows that went, by rule; null if another replica is at it.</summary>
    public async Task<IReadOnlyDictionary<string, long>?> RunAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        // Ends with the transaction, so also when this replica dies.
        await using var leading = await connection.BeginTransactionAsync(cancellationToken);
        await using var ask = new NpgsqlCommand("select pg_try_advisory_xact_lock($1)", connection, leading);
        ask.Parameters.Add(new NpgsqlParameter<long> { TypedValue = Lock });
        if (await ask.ExecuteScalarAsync(cancellationToken) is not true) return null;

        var gone = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var rule in rules)
        {
            gone[rule.Name] = await ApplyAsync(rule, cancellationToken);
            if (gone[rule.Name] > 0) LogApplied(rule.Name, gone[rule.Name]);
        }

        metrics.Succeeded(Time.GetUtcNow());
        return gone;
    }

    protected override Task RoundAsync(CancellationToken cancellationToken) => RunAsync(cancellationToken);

    private async Task<long> ApplyAsync(RetentionRule rule, CancellationToken cancellationToken)
    {
        var keep = _settings.Keep.TryGetValue(rule.Name, out var configured) ? configured : rule.KeepAs?.Invoke(services) ?? rule.Keep;
        var before = Time.GetUtcNow() - keep;
        long all = 0;
        int rows;
        do
        {
            rows = rule.EraseAs is { } erase ? await erase(services, before, cancellationToken) : await DeleteAsync(rule, before, cancellationToken);
            metrics.Count(rule, rows);
            all += rows;
        }
        while (rows == AtOnce);
        return all;
    }

    private async Task<int> DeleteAsync(RetentionRule rule, DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(rule.Sql);
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = before.UtcDateTime });
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Rule} were kept long enough: {Rows}")]
    private partial void LogApplied(string rule, long rows);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What was kept long enough could not be deleted; the next round tries again")]
    protected override partial void LogFailed(Exception exception);
}
