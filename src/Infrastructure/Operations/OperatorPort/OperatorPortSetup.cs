using MyBudget.Infrastructure.Operations.Health;

namespace MyBudget.Infrastructure.Operations.OperatorPort;

internal static class OperatorPortSetup
{
    private const string Key = $"{OperatorPortSettings.Section}:{nameof(OperatorPortSettings.Port)}";

    /// <summary>Listens on a second port for the operator.</summary>
    public static WebApplicationBuilder AddOperatorPort(this WebApplicationBuilder builder)
    {
        builder.Services.AddSettings<OperatorPortSettings>(OperatorPortSettings.Section)
            .Validate(settings => settings.Port is >= 0 and <= ushort.MaxValue, $"{Key} is between 0 and {ushort.MaxValue}.");
        if (builder.Configuration.OperatorPort() is { } port)
            builder.WebHost.UseUrls($"{Addresses.Public(builder.Configuration)};http://*:{port}");
        return builder;
    }

    /// <summary>Null where there is none.</summary>
    public static int? OperatorPort(this IConfiguration configuration) =>
        int.TryParse(configuration[Key], NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= ushort.MaxValue ? port : null;

    /// <summary>
    /// Keeps the second port apart from everything else. A request is judged by the port it came in at: its <c>Host</c> header is the
    /// client's to choose.
    /// </summary>
    public static WebApplication UseOperatorPort(this WebApplication app)
    {
        if (app.Configuration.OperatorPort() is not { } port) return app;

        app.MapWhen(context => context.Connection.LocalPort == port, inside =>
        {
            inside.UseHealthDetails();
            inside.UseOpenTelemetryPrometheusScrapingEndpoint("/metrics");
        });
        return app;
    }
}
