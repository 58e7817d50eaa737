using System.Text.Encodings.Web;
using System.Text.Json.Serialization;

namespace MyBudget.Infrastructure.Firebase.Messaging;

/// <summary>The body of <c>messages:send</c> (https://firebase.google.com/docs/reference/fcm/rest/v1/projects.messages).</summary>
internal static class FcmMessage
{
    /// <summary>What FCM takes of notification and data together.</summary>
    internal const int LargestPayload = 4096;

    /// <summary>The Android app shows what comes from us in this channel, whose name and sound it chooses itself.</summary>
    private const string AndroidChannel = "mybudget";

    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static byte[] Write(PushMessage message, DateTimeOffset now)
    {
        var text = message.Text is null ? null : Shorten(message.Text, message.Data);
        return JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                message = new
                {
                    token = message.Token,
                    notification = text is null ? null : new { title = text.Title, body = text.Body },
                    data = message.Data,
                    android = Android(message, isSilent: text is null),
                    apns = Apns(message, isSilent: text is null, now),
                },
            },
            Options);
    }

    private static object Android(PushMessage message, bool isSilent) => new
    {
        priority = message.IsUrgent || !isSilent ? "HIGH" : "NORMAL",
        ttl = string.Create(CultureInfo.InvariantCulture, $"{(long)message.TimeToLive.TotalSeconds}s"),
        collapse_key = message.CollapseId,
        notification = isSilent ? null : new { tag = message.CollapseId, channel_id = AndroidChannel },
    };

    // Apple ends the use of background pushes that are sent as urgent.
    private static object Apns(PushMessage message, bool isSilent, DateTimeOffset now)
    {
        var aps = isSilent ? new Dictionary<string, object> { ["content-available"] = 1 } : new() { ["sound"] = "default" };
        if (message.Data.TryGetValue("ledgerId", out var ledger)) aps["thread-id"] = ledger;
        var headers = new Dictionary<string, string>
        {
            ["apns-push-type"] = isSilent ? "background" : "alert",
            ["apns-priority"] = isSilent ? "5" : "10",
            ["apns-collapse-id"] = message.CollapseId,
            ["apns-expiration"] = (now + message.TimeToLive).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        };
        return new { headers, payload = new { aps } };
    }

    private static PushText Shorten(PushText text, IReadOnlyDictionary<string, string> data)
    {
        // Beside keys and values there are our own few names, and what Apple's and Google's envelopes add.
        const int Envelope = 512;
        var room = LargestPayload - Envelope - data.Sum(pair => TextInJson.Size(pair.Key) + TextInJson.Size(pair.Value));
        var (title, body) = TextInJson.Fit(text.Title, text.Body, room);
        return new PushText(title, body);
    }
}
