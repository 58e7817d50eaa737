namespace MyBudget.Infrastructure.Operations.Telemetry;

/// <summary>Configuration section <c>Sentry</c>.</summary>
public sealed class ErrorSettings
{
    public const string Section = "Sentry";

    /// <summary>Where unexpected errors are reported to, by the Sentry protocol (Sentry, GlitchTip, Bugsink). Nowhere without it.</summary>
    public string? Dsn { get; set; }

    /// <summary>Tells installations apart that report to the same place.</summary>
    public string? Environment { get; set; }
}
