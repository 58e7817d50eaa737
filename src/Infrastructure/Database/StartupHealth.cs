using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MyBudget.Infrastructure.Database;

/// <summary>
/// The replica has been able to serve once. A release that cannot is given up by the platform; one that could is not killed because
/// the database is away for a while.
/// </summary>
internal sealed class StartupHealth(DatabaseProbe probe) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        !probe.HasSeenSchema && await probe.AskAsync() is { } missing ? HealthCheckResult.Unhealthy(missing) : HealthCheckResult.Healthy();
}
