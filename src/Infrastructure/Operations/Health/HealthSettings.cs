namespace MyBudget.Infrastructure.Operations.Health;

/// <summary>Configuration section <c>Health</c>.</summary>
public sealed class HealthSettings
{
    public const string Section = "Health";

    /// <summary>How long an answer of the database stands for those who ask next.</summary>
    public TimeSpan CacheFor { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>After this the database counts as away.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a replica that was told to stop goes on serving, so that the load balancer notices first.</summary>
    public TimeSpan Drain { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long stopping takes at most, the drain included. The platform has to wait longer before it kills.</summary>
    public TimeSpan StopWithin { get; set; } = TimeSpan.FromSeconds(30);
}
