namespace MyBudget.Infrastructure.EventStore.Subscriptions;

/// <summary>Calls the subscribers with a page of one ledger's events, one after the other, and each again while it fails.</summary>
internal sealed partial class LedgerSubscribers(
    IServiceScopeFactory scopes, IEnumerable<SubscriberType> subscribers, EventNames names, FailedPages failed,
    IOptions<DaemonSettings> settings, TimeProvider time, ILogger<LedgerSubscribers> logger) : IDisposable
{
    /// <summary>Subscribers that work at the same time, each on a connection of its own.</summary>
    private const int AtOnce = 4;

    private readonly SemaphoreSlim _turns = new(AtOnce);
    private readonly DaemonSettings _settings = settings.Value;

    public async Task HandleAsync(Guid ledgerId, IReadOnlyList<StoredEvent> page, CancellationToken stop)
    {
        var events = new Lazy<IReadOnlyList<CommittedEvent>>(() => [.. page.SelectMany(Read)], LazyThreadSafetyMode.PublicationOnly);
        foreach (var subscriber in subscribers) await HandleAsync(subscriber, ledgerId, page, events, stop);
    }

    public void Dispose() => _turns.Dispose();

    private async Task HandleAsync(
        SubscriberType subscriber, Guid ledgerId, IReadOnlyList<StoredEvent> page, Lazy<IReadOnlyList<CommittedEvent>> events,
        CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                if (events.Value.Count > 0) await CallAsync(subscriber, ledgerId, events.Value, stop);
                return;
            }
            catch (Exception failure) when (failure is not OperationCanceledException || !stop.IsCancellationRequested)
            {
                if (attempt >= _settings.MaxAttempts)
                {
                    // The daemon comes back to this page once the database does.
                    if (IsOutage(failure)) throw;
                    LogPassedOver(failure, subscriber.Name, ledgerId, page[0].Revision, page[^1].Revision);
                    await failed.KeepAsync(subscriber.Name, ledgerId, page[0].Revision, page[^1].Revision, failure, stop);
                    return;
                }

                LogFailed(failure, subscriber.Name, ledgerId, attempt);
            }

            // Others have their turn meanwhile.
            await Task.Delay(_settings.FirstBackoff * Math.Pow(4, attempt - 1), time, stop);
        }
    }

    private async Task CallAsync(SubscriberType subscriber, Guid ledgerId, IReadOnlyList<CommittedEvent> events, CancellationToken stop)
    {
        await _turns.WaitAsync(stop);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<LedgerScope>().Enter(ledgerId, Guid.Empty, LedgerRole.Viewer);
            await ((LedgerSubscriber)scope.ServiceProvider.GetRequiredService(subscriber.Type)).HandleAsync(events, stop);
        }
        finally
        {
            _turns.Release();
        }
    }

    /// <summary>An event of a newer release is passed over: no subscriber here knows it.</summary>
    private IEnumerable<CommittedEvent> Read(StoredEvent e) => names.TypeOf(e.Name) is { } type
        ? [new CommittedEvent(e.StreamId, e.Revision, JsonSerializer.Deserialize(e.Json, type, StoredJson.Options)!)]
        : [];

    private static bool IsOutage(Exception? failure) => failure switch
    {
        null => false,
        PostgresException refusal => refusal.IsTransient || refusal.SqlState.StartsWith("57P", StringComparison.Ordinal),
        NpgsqlException or TimeoutException => true,
        _ => IsOutage(failure.InnerException),
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Subscriber} failed in ledger {LedgerId}, try {Attempt}; trying again")]
    private partial void LogFailed(Exception exception, string subscriber, Guid ledgerId, int attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Subscriber} passes over revisions {From} to {To} of ledger {LedgerId}: it fails on them")]
    private partial void LogPassedOver(Exception exception, string subscriber, Guid ledgerId, long from, long to);
}
