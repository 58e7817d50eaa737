using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MyBudget.Infrastructure.Outbox;

/// <summary>A channel whose configuration is wrong is noted: its messages wait for an operator, and everything else works.</summary>
internal sealed class OutboxHealth(OutboxFaults faults) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(faults.Reasons is { Count: > 0 } reasons
            ? HealthCheckResult.Degraded(string.Join(", ", reasons.Select(fault => $"{fault.Key} waits: {fault.Value}")))
            : HealthCheckResult.Healthy());
}
