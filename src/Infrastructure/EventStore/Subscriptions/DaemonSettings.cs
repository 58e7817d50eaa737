namespace MyBudget.Infrastructure.EventStore.Subscriptions;

/// <summary>Configuration section <c>Daemon</c>: how what was committed in ledgers is followed.</summary>
[RetiredSettings("LeadershipPollInterval", "GapPatience")]
public sealed class DaemonSettings
{
    public const string Section = "Daemon";

    /// <summary>Whether this replica follows ledgers. At least one has to.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How soon a replica finds what another has committed; what it commits itself it finds at once.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a ledger's news is left to the replica that took it; if that dies, another takes it after that.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a subscriber that fails is tried before a ledger's page is passed over.</summary>
    public int MaxAttempts { get; set; } = 3;

    /// <summary>The wait after the first failure; it grows fourfold with every further one.</summary>
    public TimeSpan FirstBackoff { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>After how long without getting anywhere in some ledger readiness says so.</summary>
    public TimeSpan StalledAfter { get; set; } = TimeSpan.FromMinutes(1);

    public TimeSpan WatchInterval { get; set; } = TimeSpan.FromSeconds(5);
}
