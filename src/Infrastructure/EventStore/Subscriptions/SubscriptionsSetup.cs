using MyBudget.Infrastructure.Operations.Health;

namespace MyBudget.Infrastructure.EventStore.Subscriptions;

internal static class SubscriptionsSetup
{
    /// <summary>Every replica follows ledgers and hands their events to the features' <see cref="LedgerSubscriber"/>s.</summary>
    public static WebApplicationBuilder AddSubscriptions(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSettings<DaemonSettings>(DaemonSettings.Section).Validate(
            settings => settings.MaxAttempts > 0 && new[]
            {
                settings.PollInterval, settings.Lease, settings.FirstBackoff, settings.StalledAfter, settings.WatchInterval,
            }.All(time => time > TimeSpan.Zero),
            $"{DaemonSettings.Section}: there is at least one attempt, and no time is 0.");
        services.AddSingleton<DaemonMetrics>();
        services.AddSingleton<FailedPages>();
        services.AddSingleton<CommitSignal>();
        services.AddSingleton<LedgerNews>();
        services.AddSingleton<LedgerSubscribers>();
        services.AddSingleton<DaemonWatch>();
        services.AddHealthChecks().AddCheck<DaemonWatch>("daemon", tags: [HealthSetup.Ready]);
        services.AddHostedService<LedgerDaemon>();
        services.AddSingleton<FormerDaemon>();
        services.AddHostedService(provider => provider.GetRequiredService<DaemonWatch>());
        return builder;
    }

    /// <summary>Lets the subscriber see every event that is committed from now on.</summary>
    public static IServiceCollection AddLedgerSubscriber<T>(this IServiceCollection services) where T : LedgerSubscriber =>
        services.AddScoped<T>().AddSingleton(new SubscriberType(typeof(T)));
}
