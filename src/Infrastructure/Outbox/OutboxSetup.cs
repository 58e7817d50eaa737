using MyBudget.Infrastructure.Operations.Health;

namespace MyBudget.Infrastructure.Outbox;

internal static class OutboxSetup
{
    /// <summary>Messages leave through channels; each room or feature that has one registers it as an <see cref="IOutboxChannel"/>.</summary>
    public static WebApplicationBuilder AddOutbox(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSettings<OutboxSettings>(OutboxSettings.Section).Validate(
            settings => settings.MaxAttempts > 0 && settings.LongestBackoff >= settings.FirstBackoff
                && new[] { settings.PollInterval, settings.Lease, settings.FirstBackoff }.All(time => time > TimeSpan.Zero),
            $"{OutboxSettings.Section}: there is at least one attempt, LongestBackoff is not under FirstBackoff, and no time is 0.");
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<IDocumentSessionListener>(provider => provider.GetRequiredService<OutboxSignal>());
        services.AddSingleton<OutboxFaults>();
        services.AddSingleton<OutboxMetrics>();
        services.AddSingleton<DeliveryPlan>();
        services.AddSingleton<OutboxClaims>();
        services.AddSingleton<OutboxSettler>();
        services.AddHostedService<OutboxDispatcher>();
        services.AddHostedService<OutboxWatch>();
        services.AddHealthChecks().AddCheck<OutboxFaults>("outbox", tags: [HealthSetup.Ready]);
        services.AddOutboxRetention();
        return builder;
    }
}
