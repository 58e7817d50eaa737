using MyBudget.Infrastructure.WebPush;

namespace MyBudget.Features.Notifications;

/// <summary>
/// An installed client that can be pushed to, over FCM or by Web Push. Lives outside ledgers; its address is a secret and never shown.
/// </summary>
/// <param name="Id">The installation's id, which the client chose.</param>
/// <param name="SessionId">The sign-in it registered with; once that has ended, nothing is pushed any more.</param>
/// <param name="Token">Of FCM; null for a browser.</param>
/// <param name="TokenHash">Of the token, or of the subscription's endpoint: either belongs to one device.</param>
/// <param name="Locale">The language it wants to be addressed in; null for the user's.</param>
internal sealed record Device(
    string Id, Guid UserId, Guid SessionId, string? Token, string TokenHash, DevicePlatform Platform, string? Locale, string? AppVersion,
    string? Name, DateTimeOffset RegisteredAt, DateTimeOffset LastSeenAt, WebPushSubscription? WebPush = null)
{
    /// <summary>More devices than this are hardly one person's: the one not seen for longest goes.</summary>
    public const int MostPerUser = 20;

    public static string HashOf(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

/// <summary>How a device is reached.</summary>
public enum PushTransport
{
    Fcm,
    WebPush,
}

public enum DevicePlatform
{
    Android,
    Ios,
    Web,
}
