namespace MyBudget.Infrastructure.Outbox;

/// <summary>Configuration section <c>Outbox</c>.</summary>
public sealed class OutboxSettings
{
    public const string Section = "Outbox";

    /// <summary>How soon a replica finds what another has queued, and what has fallen due.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a claimed message is left to its sender; one whose sender died is sent by another after that.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(45);

    /// <summary>What is not accepted by then is parked.</summary>
    public int MaxAttempts { get; set; } = 12;

    /// <summary>The wait after the first failure; it doubles with every further one.</summary>
    public TimeSpan FirstBackoff { get; set; } = TimeSpan.FromSeconds(5);

    public TimeSpan LongestBackoff { get; set; } = TimeSpan.FromHours(1);
}
