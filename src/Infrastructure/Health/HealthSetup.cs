using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MyBudget.Infrastructure.Health;

internal static class HealthSetup
{
    private const string Ready = "ready";

    public static WebApplicationBuilder AddHealth(this WebApplicationBuilder builder)
    {
        builder.Services.AddHealthChecks()
            .AddCheck<DatabaseHealth>("database", tags: [Ready], timeout: TimeSpan.FromSeconds(2))
            .AddCheck<DaemonHealth>("daemon", tags: [Ready])
            .AddCheck<OutboxHealth>("outbox", tags: [Ready]);
        return builder;
    }

    /// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it can serve, or 503 with what is missing. What only limps is noted.</summary>
    public static WebApplication UseHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = Write }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready), ResponseWriter = Write })
            .AllowAnonymous();
        return app;
    }

    private static Task Write(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        status = report.Status == HealthStatus.Unhealthy ? "unavailable" : "ok",
        missing = Said(report, HealthStatus.Unhealthy),
        notes = Said(report, HealthStatus.Degraded),
    });

    private static Dictionary<string, string> Said(HealthReport report, HealthStatus status) => report.Entries
        .Where(entry => entry.Value.Status == status)
        .ToDictionary(entry => entry.Key, entry => entry.Value.Description ?? "unavailable", StringComparer.Ordinal);
}
