using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MyBudget.Infrastructure.Database;

/// <summary>The database answers and its schema is there.</summary>
internal sealed class DatabaseHealth(DatabaseProbe probe) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await probe.AskAsync() is { } missing ? HealthCheckResult.Unhealthy(missing) : HealthCheckResult.Healthy();
}
