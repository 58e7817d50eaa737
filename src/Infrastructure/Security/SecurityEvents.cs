using System.Diagnostics.Metrics;

namespace MyBudget.Infrastructure.Security;

/// <summary>
/// What a reviewer, an operator's alerts and programs such as fail2ban look at: one line of the log and one count for each decision of security
/// (ASVS 5.0, 16.3). Neither says who it was; where it came from only if the operator wants that (<see cref="SecuritySettings.LogNetworks"/>).
/// </summary>
internal sealed partial class SecurityEvents
{
    private readonly Counter<long> _events;
    private readonly IOptions<SecuritySettings> _settings;
    private readonly ILogger<SecurityEvents> _logger;

    public SecurityEvents(IMeterFactory meters, IOptions<SecuritySettings> settings, ILogger<SecurityEvents> logger)
    {
        _events = meters.Create(TelemetrySetup.Meter).CreateCounter<long>("mybudget.security.events", "{event}", "Decisions of security, by kind and outcome.");
        (_settings, _logger) = (settings, logger);
    }

    /// <param name="kind">What was asked for, one of few words, such as <c>login</c>.</param>
    /// <param name="outcome">One of <see cref="SecurityOutcome"/>.</param>
    /// <param name="network">Where it came from, as <see cref="Caller"/> has it; null where that does not matter.</param>
    public void Tell(string kind, string outcome, string? network = null)
    {
        _events.Add(1, new KeyValuePair<string, object?>("kind", kind), new KeyValuePair<string, object?>("outcome", outcome));
        if (_settings.Value.LogNetworks && Caller.Shown(network) is { } from) LogFrom(kind, outcome, from);
        else Log(kind, outcome);
    }

    [LoggerMessage(EventId = 4001, Level = LogLevel.Information, Message = "security kind={Kind} outcome={Outcome}")]
    private partial void Log(string kind, string outcome);

    [LoggerMessage(EventId = 4002, Level = LogLevel.Information, Message = "security kind={Kind} outcome={Outcome} from={From}")]
    private partial void LogFrom(string kind, string outcome, string from);
}

internal static class SecurityOutcome
{
    public const string Succeeded = "succeeded";

    /// <summary>The password was good, and a second factor is asked for.</summary>
    public const string Challenged = "challenged";

    /// <summary>A password, code or role was not good.</summary>
    public const string Failed = "failed";

    /// <summary>Too many had failed before.</summary>
    public const string Limited = "limited";

    /// <summary>Two parties used what only one can have.</summary>
    public const string Reused = "reused";
}

/// <summary>Configuration section <c>Security</c>.</summary>
internal sealed class SecuritySettings
{
    public const string Section = "Security";

    /// <summary>Whether security events in the log say from which network: an address of a person, for who bans by it.</summary>
    public bool LogNetworks { get; set; }

    /// <summary>Where strangers report a weakness of this server: <c>mailto:</c> or <c>https:</c>, in the order of preference.</summary>
    public IList<string> Contacts { get; } = [];

    /// <summary>Without those that an environment names and leaves empty.</summary>
    internal IReadOnlyList<string> GivenContacts => [.. Contacts.Where(text => !string.IsNullOrWhiteSpace(text))];

    internal static bool IsContact(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "mailto" or "https" && !text.Any(char.IsControl);
}
