using JasperFx.OpenTelemetry;
using Microsoft.Extensions.Logging.Console;
using MyBudget.Infrastructure.Operations.OperatorPort;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace MyBudget.Infrastructure.Operations.Telemetry;

/// <summary>
/// Traces, metrics and logs over OTLP, once <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says where to; metrics for Prometheus on the internal
/// port, if there is one.
/// </summary>
internal static class TelemetrySetup
{
    /// <summary>The name of our own instruments' meter.</summary>
    public const string Meter = "MyBudget";

    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private static readonly double[] DatabaseSeconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private const string Service = "mybudget-api";

    public static WebApplicationBuilder AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.AddLogging();
        builder.AddErrorTracking();
        builder.Services.AddHostedService<BusinessCounts>();
        var pushes = builder.Configuration[Endpoint] is { Length: > 0 };
        var isScraped = builder.Configuration.OperatorPort() is not null;
        if (!pushes && !isScraped) return builder;

        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(Service, serviceVersion: Release.Version, autoGenerateServiceInstanceId: false))
            .WithMetrics(metrics =>
            {
                metrics.AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddRuntimeInstrumentation().AddMeter(Meter, "Marten", "Npgsql")
                    .AddView("db.client.commands.duration", new ExplicitBucketHistogramConfiguration { Boundaries = DatabaseSeconds })
                    // Without the hosts, some of which strangers name: see Infrastructure/WebPush.
                    .AddView("dns.lookup.duration", new MetricStreamConfiguration { TagKeys = ["error.type"] });
                if (isScraped) metrics.AddPrometheusExporter();
            });
        if (!pushes) return builder;

        builder.Services.ConfigureMarten(options => options.OpenTelemetry.TrackConnections = TrackLevel.Normal);
        telemetry
            .WithTracing(tracing => tracing
                .AddAspNetCoreInstrumentation(options => options.Filter = context => !context.Request.Path.StartsWithSegments("/health"))
                .AddHttpClientInstrumentation()
                .AddSource("MyBudget", "Marten", "Npgsql")
                .AddProcessor<DiscreetSpans>())
            .WithLogging(_ => { }, logs => logs.IncludeFormattedMessage = true)
            .UseOtlpExporter();
        return builder;
    }

    /// <summary>Lines for people in development, JSON for machines elsewhere.</summary>
    private static void AddLogging(this WebApplicationBuilder builder)
    {
        if (builder.Environment.IsDevelopment()) return;

        builder.Logging.AddConsoleFormatter<JsonLogFormatter, ConsoleFormatterOptions>();
        builder.Logging.AddConsole(console => console.FormatterName = JsonLogFormatter.FormatterName);
    }
}
