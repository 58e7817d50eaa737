using System.Collections.Concurrent;

namespace MyBudget.Infrastructure.Operations.Telemetry;

/// <summary>Lets an error that recurs through once a minute: one that repeats for every request would use up what the collector takes.</summary>
internal sealed class ReportedErrors(TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(string?, string?, Type?, string?), DateTimeOffset> _reported = new();

    public bool IsNew(SentryEvent error)
    {
        var now = time.GetUtcNow();
        var kind = (error.Logger, error.Message?.Message, error.Exception?.GetType(), error.Exception?.TargetSite?.Name);
        return _reported.AddOrUpdate(kind, now, (_, before) => now - before < Pause ? before : now) == now;
    }
}
