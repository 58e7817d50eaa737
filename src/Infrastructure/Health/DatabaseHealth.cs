using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace MyBudget.Infrastructure.Health;

/// <summary>The database answers and its schema is there.</summary>
internal sealed class DatabaseHealth(NpgsqlDataSource database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var command = database.CreateCommand("select to_regclass('ledger_heads') is not null");
            return await command.ExecuteScalarAsync(cancellationToken) is true
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy("the schema has not been applied: run db-apply");
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException or OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy("no answer");
        }
    }
}
