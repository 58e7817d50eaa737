namespace MyBudget.Infrastructure.WebPush;

/// <summary>What a browser gave its page for the server, when its user agreed to be pushed to. A secret but for the last.</summary>
/// <param name="Endpoint">Where to send to; whoever knows it can try.</param>
/// <param name="P256dh">The browser's public key, base64url.</param>
/// <param name="Auth">The secret that its messages are encrypted with besides, base64url.</param>
/// <param name="VapidKey">The public key of ours that it was made with.</param>
public sealed record WebPushSubscription(string Endpoint, string P256dh, string Auth, string VapidKey);

/// <summary>One message to one browser.</summary>
/// <param name="Body">For the page's service worker; at most <see cref="MostBytes"/>.</param>
/// <param name="Topic">A later message with the same one takes the place of this while the browser is away; at most 32 characters of base64url.</param>
/// <param name="IsUrgent">Whether a device that saves its battery is to be woken.</param>
/// <param name="TimeToLive">How long the push service keeps it for a browser that is away.</param>
internal sealed record WebPushMessage(byte[] Body, string Topic, bool IsUrgent, TimeSpan TimeToLive)
{
    /// <summary>Push services take 4,096 bytes; there is no need to go to their limits.</summary>
    public const int MostBytes = 3072 - PushEncryption.Overhead;
}

/// <summary>What became of one try.</summary>
internal abstract record WebPushOutcome
{
    private WebPushOutcome()
    {
    }

    public sealed record Sent : WebPushOutcome;

    /// <summary>The subscription has ended, or was never one: forget it.</summary>
    public sealed record Gone(string Reason) : WebPushOutcome;

    /// <summary>The push service does not take our key for the subscription.</summary>
    public sealed record KeyRefused(string Reason) : WebPushOutcome;

    /// <summary>The push service is busy, or was not reached.</summary>
    /// <param name="After">How long it wants to be left alone.</param>
    public sealed record TryLater(string Reason, TimeSpan? After = null) : WebPushOutcome;

    /// <summary>The push service does not take this message, and never will.</summary>
    public sealed record Refused(string Reason) : WebPushOutcome;
}
