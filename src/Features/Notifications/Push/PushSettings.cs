namespace MyBudget.Features.Notifications.Push;

/// <summary>Configuration section <c>Push</c>.</summary>
public sealed class PushSettings
{
    public const string Section = "Push";

    internal const int MostAtOnce = 1000;

    /// <summary>How many pushes one replica sends at the same time.</summary>
    public int Concurrency { get; set; } = 20;
}
