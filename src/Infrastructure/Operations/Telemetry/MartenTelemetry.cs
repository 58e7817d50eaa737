using JasperFx.OpenTelemetry;

namespace MyBudget.Infrastructure.Operations.Telemetry;

internal sealed class MartenTelemetry : IConfigureMarten
{
    public void Configure(IServiceProvider services, StoreOptions options)
    {
        if (!string.IsNullOrEmpty(services.GetRequiredService<IConfiguration>()[TelemetrySetup.Endpoint]))
            options.OpenTelemetry.TrackConnections = TrackLevel.Normal;
    }
}
