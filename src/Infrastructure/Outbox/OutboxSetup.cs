using Marten;

namespace MyBudget.Infrastructure.Outbox;

internal static class OutboxSetup
{
    /// <summary>Messages leave through channels; each room or feature that has one registers it as an <see cref="IOutboxChannel"/>.</summary>
    public static WebApplicationBuilder AddOutbox(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<OutboxSettings>().BindConfiguration(OutboxSettings.Section);
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<IDocumentSessionListener>(provider => provider.GetRequiredService<OutboxSignal>());
        services.AddSingleton<OutboxFaults>();
        services.AddSingleton<OutboxMetrics>();
        services.AddSingleton<DeliveryPlan>();
        services.AddSingleton<OutboxClaims>();
        services.AddHostedService<OutboxDispatcher>();
        services.AddHostedService<OutboxHousekeeping>();
        return builder;
    }
}
