using System.Globalization;
using System.Text.Json;
using JasperFx.Events;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using Marten.Subscriptions;
using Microsoft.Extensions.Options;
using MyBudget.Domain;
using Npgsql;

namespace MyBudget.Infrastructure.EventStore.Subscriptions;

/// <summary>Hands every page of events, ledger by ledger, to the subscribers. The one shard of the daemon.</summary>
internal sealed partial class LedgerSubscription : SubscriptionBase
{
    public const string ShardName = "ledgers";

    /// <summary>Ledgers that are worked on at the same time, each on a connection of its own.</summary>
    private const int AtOnce = 4;

    private readonly IServiceScopeFactory _scopes;
    private readonly IReadOnlyList<SubscriberType> _subscribers;
    private readonly FailedPages _failed;
    private readonly DaemonSettings _settings;
    private readonly TimeProvider _time;
    private readonly ILogger<LedgerSubscription> _logger;

    public LedgerSubscription(
        IServiceScopeFactory scopes, IEnumerable<SubscriberType> subscribers, FailedPages failed, IOptions<DaemonSettings> settings,
        TimeProvider time, ILogger<LedgerSubscription> logger)
    {
        (_scopes, _subscribers, _failed, _settings, _time, _logger) = (scopes, [.. subscribers], failed, settings.Value, time, logger);
        Name = ShardName;
    }

    public override async Task<IChangeListener> ProcessEventsAsync(
        EventRange page, ISubscriptionController controller, IDocumentOperations operations, CancellationToken cancellationToken)
    {
        // Marten fills the gap of an append that was lost with an event of its own, which tells nothing.
        var ledgers = page.Events.Where(e => e.Data is not Tombstone && Guid.TryParse(e.TenantId, out _)).GroupBy(e => Guid.Parse(e.TenantId), Committed);
        await Parallel.ForEachAsync(
            ledgers, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (ledger, stop) =>
            {
                foreach (var subscriber in _subscribers) await HandleAsync(subscriber, ledger.Key, [.. ledger], stop);
            });
        return NullChangeListener.Instance;
    }

    private async Task HandleAsync(SubscriberType subscriber, Guid ledgerId, IReadOnlyList<CommittedEvent> events, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var scope = _scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<LedgerScope>().Enter(ledgerId, Guid.Empty, LedgerRole.Viewer);
                await ((LedgerSubscriber)scope.ServiceProvider.GetRequiredService(subscriber.Type)).HandleAsync(events, stop);
                return;
            }
            catch (Exception failure) when (failure is not OperationCanceledException || !stop.IsCancellationRequested)
            {
                if (attempt >= _settings.MaxAttempts)
                {
                    // The daemon comes back to this page once the database does.
                    if (IsOutage(failure)) throw;
                    LogPassedOver(failure, subscriber.Name, ledgerId, events[0].Revision, events[^1].Revision);
                    await _failed.KeepAsync(subscriber.Name, ledgerId, events, failure, stop);
                    return;
                }

                LogFailed(failure, subscriber.Name, ledgerId, attempt);
            }

            await Task.Delay(_settings.FirstBackoff * Math.Pow(4, attempt - 1), _time, stop);
        }
    }

    private static bool IsOutage(Exception? failure) => failure switch
    {
        null => false,
        PostgresException refusal => refusal.IsTransient || refusal.SqlState.StartsWith("57P", StringComparison.Ordinal),
        NpgsqlException or TimeoutException => true,
        _ => IsOutage(failure.InnerException),
    };

    private static CommittedEvent Committed(IEvent e) => new(
        e.StreamId,
        e.GetHeader(LedgerRevision.Header) switch
        {
            JsonElement json => json.GetInt64(),
            IConvertible number => number.ToInt64(CultureInfo.InvariantCulture),
            var other => throw new InvalidOperationException($"An event's revision is {other?.GetType().Name ?? "missing"}."),
        },
        e.Data);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Subscriber} failed in ledger {LedgerId}, try {Attempt}; trying again")]
    private partial void LogFailed(Exception exception, string subscriber, Guid ledgerId, int attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Subscriber} passes over revisions {From} to {To} of ledger {LedgerId}: it fails on them")]
    private partial void LogPassedOver(Exception exception, string subscriber, Guid ledgerId, long from, long to);
}
