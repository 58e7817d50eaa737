using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MyBudget.Infrastructure.Operations.Health;

internal static class HealthSetup
{
    /// <summary>The tag of a check that a replica has to pass once before it counts as started.</summary>
    public const string Startup = "startup";

    /// <summary>The tag of a check without which a replica is not given requests.</summary>
    public const string Ready = "ready";

    /// <summary>The paths, and the tag under which their checks are found.</summary>
    private static readonly IReadOnlyList<string> Paths = ["live", Startup, Ready];

    public static WebApplicationBuilder AddHealth(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSettings<HealthSettings>(HealthSettings.Section).Validate(
            settings => settings.Drain >= TimeSpan.Zero && settings.Drain < settings.StopWithin && settings.Timeout > TimeSpan.Zero,
            $"{HealthSettings.Section}: Drain is shorter than StopWithin, and Timeout is not nothing.");
        // Asked for while the host is built, which is before the settings are checked.
        var within = builder.Configuration[$"{HealthSettings.Section}:{nameof(HealthSettings.StopWithin)}"];
        services.Configure<HostOptions>(host =>
            host.ShutdownTimeout = TimeSpan.TryParse(within, CultureInfo.InvariantCulture, out var given) ? given : new HealthSettings().StopWithin);
        services.AddSingleton<Drain>();
        services.AddHostedService(provider => provider.GetRequiredService<Drain>());
        services.AddHealthChecks().AddCheck<Drain>("drain", tags: [Ready]);
        return builder;
    }

    /// <summary>
    /// <c>/health/live</c>: the process answers. <c>/health/startup</c>: it could serve once. <c>/health/ready</c>: it can serve now. 200 or
    /// 503; why is told on the internal port and in the log.
    /// </summary>
    public static WebApplication MapHealth(this WebApplication app)
    {
        foreach (var name in Paths)
            app.MapHealthChecks($"/health/{name}", Options(name, report => new { status = StatusOf(report) })).AllowAnonymous();
        return app;
    }

    /// <summary>The same paths, with what is missing and what only limps.</summary>
    public static void UseHealthDetails(this IApplicationBuilder app)
    {
        foreach (var name in Paths)
        {
            app.UseHealthChecks($"/health/{name}", Options(name, report => new
            {
                status = StatusOf(report),
                missing = Said(report, HealthStatus.Unhealthy),
                notes = Said(report, HealthStatus.Degraded),
            }));
        }
    }

    private static HealthCheckOptions Options(string name, Func<HealthReport, object> body) => new()
    {
        Predicate = check => check.Tags.Contains(name),
        ResponseWriter = (context, report) => context.Response.WriteAsJsonAsync(body(report)),
    };

    private static string StatusOf(HealthReport report) => report.Status == HealthStatus.Unhealthy ? "unavailable" : "ok";

    private static Dictionary<string, string> Said(HealthReport report, HealthStatus status) => report.Entries
        .Where(entry => entry.Value.Status == status)
        .ToDictionary(entry => entry.Key, entry => entry.Value.Description ?? "unavailable", StringComparer.Ordinal);
}
