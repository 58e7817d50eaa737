namespace MyBudget.Infrastructure.EventStore.Subscriptions;

/// <summary>Configuration section <c>Daemon</c>: how events are followed. One replica leads at a time.</summary>
public sealed class DaemonSettings
{
    public const string Section = "Daemon";

    /// <summary>Whether this replica may lead. At least one has to.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How soon the leader finds what another replica has committed; what it commits itself it finds at once.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How often a replica that does not lead asks whether it may, and the one that does whether it still does.</summary>
    public TimeSpan LeadershipPollInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How long a gap in the numbers of events is waited for before it is looked into. It is passed over only when no transaction
    /// is left that could fill it, however long that takes.
    /// </summary>
    public TimeSpan GapPatience { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How often a subscriber that fails is tried before its part of a page is passed over.</summary>
    public int MaxAttempts { get; set; } = 3;

    /// <summary>The wait after the first failure; it grows fourfold with every further one.</summary>
    public TimeSpan FirstBackoff { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>After how long without any progress, while there is something to do, readiness says so.</summary>
    public TimeSpan StalledAfter { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How often progress is measured.</summary>
    public TimeSpan WatchInterval { get; set; } = TimeSpan.FromSeconds(5);
}
