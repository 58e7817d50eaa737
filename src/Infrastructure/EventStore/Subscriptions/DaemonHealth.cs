using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MyBudget.Infrastructure.EventStore.Subscriptions;

/// <summary>A daemon that does not move is noted: requests are served without it, but nobody is told anything.</summary>
internal sealed class DaemonHealth(DaemonWatch watch) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(watch.Stalled is { Count: > 0 } stalled
            ? HealthCheckResult.Degraded($"does not move: {string.Join(", ", stalled)}")
            : HealthCheckResult.Healthy());
}
