using Marten;

namespace MyBudget.Infrastructure.EventStore.Subscriptions;

internal static class DaemonShards
{
    /// <summary>The names that progress is kept under. Marten's public list of them leaves out subscriptions.</summary>
    public static string[] Of(IDocumentStore store) =>
        [.. ((DocumentStore)store).Options.Projections.AllShards().Select(shard => shard.Name.Identity)];
}
