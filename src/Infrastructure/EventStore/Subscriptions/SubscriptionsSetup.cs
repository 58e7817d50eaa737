using JasperFx.Events.Daemon;
using Marten;
using Microsoft.Extensions.Options;
using MyBudget.Infrastructure.Operations.Configuration;
using MyBudget.Infrastructure.Operations.Health;

namespace MyBudget.Infrastructure.EventStore.Subscriptions;

internal static class SubscriptionsSetup
{
    /// <summary>One replica follows the events of all ledgers and hands them to the features' <see cref="LedgerSubscriber"/>s.</summary>
    public static WebApplicationBuilder AddSubscriptions(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSettings<DaemonSettings>(DaemonSettings.Section).Validate(
            settings => settings.MaxAttempts > 0 && new[]
            {
                settings.PollInterval, settings.LeadershipPollInterval, settings.GapPatience, settings.FirstBackoff, settings.StalledAfter,
                settings.WatchInterval,
            }.All(time => time > TimeSpan.Zero),
            $"{DaemonSettings.Section}: there is at least one attempt, and no time is 0.");
        services.AddSingleton<DaemonMetrics>();
        services.AddSingleton<FailedPages>();
        services.AddSingleton<CommitSignal>();
        services.AddSingleton<LedgerSubscription>();
        services.AddSingleton<LeaderLock>();
        services.AddSingleton<Marten.Events.Daemon.Coordination.IProjectionCoordinator>(provider => ActivatorUtilities.CreateInstance<LedgerCoordinator>(
            provider, provider.GetRequiredService<IDocumentStore>()));
        services.AddSingleton<DaemonWatch>();
        services.AddHealthChecks().AddCheck<DaemonHealth>("daemon", tags: [HealthSetup.Ready]);
        services.AddHostedService<LedgerDaemon>();
        services.AddHostedService(provider => provider.GetRequiredService<DaemonWatch>());
        services.ConfigureMarten((provider, options) =>
        {
            var settings = provider.GetRequiredService<IOptions<DaemonSettings>>().Value;
            options.Projections.AsyncMode = DaemonMode.HotCold;
            options.Projections.Subscribe(provider.GetRequiredService<LedgerSubscription>());
            options.Projections.Wakeup = provider.GetRequiredService<CommitSignal>();
            options.Projections.FastPollingTime = settings.PollInterval;
            options.Projections.SlowPollingTime = settings.PollInterval;
            options.Projections.StaleSequenceThreshold = settings.GapPatience;
        });
        return builder;
    }

    /// <summary>Lets the subscriber see every event that is committed from now on.</summary>
    public static IServiceCollection AddLedgerSubscriber<T>(this IServiceCollection services) where T : LedgerSubscriber =>
        services.AddScoped<T>().AddSingleton(new SubscriberType(typeof(T)));
}
