namespace MyBudget.Infrastructure.Firebase.Messaging;

/// <summary>One message to one installed app.</summary>
/// <param name="Token">The app's registration token. A secret: anybody who has it and our project's key can write to the device.</param>
/// <param name="Text">What the device shows; null for a silent message, which only wakes the app.</param>
/// <param name="Data">For the app. Keys must not be ones that FCM reserves: <c>from</c>, <c>message_type</c>, <c>google*</c>, <c>gcm*</c>.</param>
/// <param name="CollapseId">A later message with the same one takes the place of this; at most 64 bytes.</param>
/// <param name="IsUrgent">Wakes a device that sleeps.</param>
/// <param name="TimeToLive">How long FCM keeps it for a device that is away; at most four weeks.</param>
public sealed record PushMessage(
    string Token, PushText? Text, IReadOnlyDictionary<string, string> Data, string CollapseId, bool IsUrgent, TimeSpan TimeToLive);

/// <param name="Title">One line.</param>
/// <param name="Body">Shortened where the whole message would be too large.</param>
public sealed record PushText(string Title, string Body);

/// <summary>What FCM said.</summary>
public abstract record PushOutcome
{
    private PushOutcome()
    {
    }

    /// <param name="MessageId">FCM's name for it.</param>
    public sealed record Sent(string MessageId) : PushOutcome;

    /// <summary>The app is gone from the device, or the token was never ours: forget it.</summary>
    public sealed record DeadToken(string Reason) : PushOutcome;

    /// <summary>FCM is busy, or was not reached.</summary>
    /// <param name="After">How long it wants to be left alone.</param>
    public sealed record TryLater(string Reason, TimeSpan? After = null) : PushOutcome;

    /// <summary>Our project, its key or its rights are wrong: an operator has to act, and every message waits for that.</summary>
    public sealed record Misconfigured(string Reason) : PushOutcome;

    /// <summary>FCM does not understand this message, and never will.</summary>
    public sealed record Refused(string Reason) : PushOutcome;
}
