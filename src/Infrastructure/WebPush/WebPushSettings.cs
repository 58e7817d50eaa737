namespace MyBudget.Infrastructure.WebPush;

/// <summary>Configuration section <c>WebPush</c>. Nothing of it has to be set.</summary>
public sealed class WebPushSettings
{
    public const string Section = "WebPush";

    /// <summary>Whether browsers may subscribe, and are pushed to.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>
    /// Private keys on the P-256 curve in PEM, newest first: browsers are offered the first; each of the others serves the subscriptions that
    /// were made with it. Without any, one is made and kept in the database.
    /// </summary>
    public IList<string> Keys { get; } = [];

    /// <summary>Whom a push service may turn to, <c>mailto:</c> or <c>https:</c>; without it the sender of the mails.</summary>
    public string? Subject { get; set; }

    /// <summary>How long a push service may take for one message; after that it is tried again later.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The origin of a push service on this machine, which may do without TLS. For development only, or the server does not start.</summary>
    public Uri? LocalService { get; set; }
}
