using System.Collections.Concurrent;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MyBudget.Infrastructure.Outbox;

/// <summary>
/// Channels on which this replica can send nothing, because of our own configuration, and why. What is sent again ends it. It is noted in
/// readiness: messages wait for an operator, and everything else works.
/// </summary>
internal sealed class OutboxFaults : IHealthCheck
{
    private readonly ConcurrentDictionary<string, string> _reasons = new(StringComparer.Ordinal);

    public IEnumerable<string> Channels => _reasons.Keys;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(_reasons.IsEmpty
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded(string.Join(", ", _reasons.Select(fault => $"{fault.Key} waits: {fault.Value}"))));

    /// <returns>The fault, if it is a new one: every message that waits for it meets it again.</returns>
    public string? Note(string channel, Delivery outcome)
    {
        switch (outcome)
        {
            case Delivery.Done or Delivery.Park:
                _reasons.TryRemove(channel, out _);
                return null;
            case Delivery.Hold hold:
                var known = _reasons.TryGetValue(channel, out var reason) && reason == hold.Reason;
                _reasons[channel] = hold.Reason;
                return known ? null : hold.Reason;
            default:
                return null;
        }
    }
}
