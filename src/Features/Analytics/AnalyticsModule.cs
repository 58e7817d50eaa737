using MyBudget.Features.Analytics.Reactions;
using MyBudget.Infrastructure.EventStore.Subscriptions;

namespace MyBudget.Features.Analytics;

/// <summary>Has no routes: it only listens to what the other features tell.</summary>
public sealed class AnalyticsModule : IFeature
{
    public static void AddServices(IServiceCollection services) => services.AddLedgerSubscriber<NoteFirstImport>();
}
