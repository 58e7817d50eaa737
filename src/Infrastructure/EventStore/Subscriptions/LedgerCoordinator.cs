using JasperFx.Events.Daemon;
using Marten;
using Marten.Events.Daemon.Coordination;
using Marten.Storage;
using Microsoft.Extensions.Options;
using Polly;
using IProjectionCoordinator = Marten.Events.Daemon.Coordination.IProjectionCoordinator;

namespace MyBudget.Infrastructure.EventStore.Subscriptions;

/// <summary>Marten's coordinator of one database, with <see cref="LeaderLock"/> in place of the lock that it would make itself.</summary>
internal sealed class LedgerCoordinator(
    DocumentStore store, LeaderLock leader, IOptions<DaemonSettings> settings, TimeProvider time, ILogger<ProjectionCoordinator> logger)
    : ProjectionCoordinatorBase(
        DistributorOf(store, leader), logger, ResiliencePipeline.Empty, time, settings.Value.LeadershipPollInterval,
        store.Options.Projections.AgentPauseTime, store.Options.Projections.HealthCheckPollingTime),
    IProjectionCoordinator, IAsyncDisposable
{
    private IProjectionDaemon? _daemon;

    public new async Task StartAsync(CancellationToken cancellationToken)
    {
        _daemon ??= await store.BuildProjectionDaemonAsync(logger: logger);
        await base.StartAsync(cancellationToken);
    }

    public override IProjectionDaemon DaemonForMainDatabase() => _daemon ?? throw new InvalidOperationException("The daemon was not started.");

    public override ValueTask<IProjectionDaemon> DaemonForDatabase(string databaseIdentifier) => new(DaemonForMainDatabase());

    public override ValueTask<IReadOnlyList<IProjectionDaemon>> AllDaemonsAsync() => new([DaemonForMainDatabase()]);

    public async ValueTask DisposeAsync() => await StopAsync(CancellationToken.None);

    protected override IProjectionDaemon ResolveDaemon(IProjectionSet set) => DaemonForMainDatabase();

    protected override IReadOnlyList<IProjectionDaemon> ResolvedDaemons() => _daemon is { } daemon ? [daemon] : [];

    protected override void ClearResolvedDaemons() => _daemon = null;

    private static SingleTenantProjectionDistributor DistributorOf(DocumentStore store, LeaderLock leader) => new(
        () => (IProjectionDatabase)store.Storage.Database,
        () => store.Options.Projections.AllShards().Select(shard => shard.Name),
        _ => leader,
        (database, names, lockId) => new ProjectionSet(lockId, (MartenDatabase)database, names),
        store.Options.Events.DatabaseSchemaName,
        store.Options.Projections.DaemonLockId);
}
