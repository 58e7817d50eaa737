using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MyBudget.Infrastructure.EventStore.Subscriptions;

/// <summary>News that nobody handles is noted: requests are served without it, but nobody is told anything.</summary>
internal sealed class DaemonHealth(DaemonWatch watch) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(watch.IsStalled ? HealthCheckResult.Degraded("events are not followed") : HealthCheckResult.Healthy());
}
