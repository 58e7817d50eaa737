using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MyBudget.Infrastructure.Firebase.Messaging;

/// <summary>
/// The body of <c>messages:send</c> (https://firebase.google.com/docs/reference/fcm/rest/v1/projects.messages).
/// </summary>
internal static class FcmMessage
{
    /// <summary>What FCM takes of notification and data together.</summary>
    internal const int LargestPayload = 4096;

    /// <summary>The Android app shows what comes from us in this channel, whose name and sound it chooses itself.</summary>
    private const string AndroidChannel = "mybudget";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(PushMessage message, DateTimeOffset now)
    {
        var text = message.Text is null ? null : Shorten(message.Text, message.Data);
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(buffer, Options);
        json.WriteStartObject();
        json.WriteStartObject("message");
        json.WriteString("token", message.Token);
        if (text is not null) WriteText(json, text);
        json.WriteStartObject("data");
        foreach (var (name, value) in message.Data) json.WriteString(name, value);
        json.WriteEndObject();
        WriteAndroid(json, message, isSilent: text is null);
        WriteApns(json, message, isSilent: text is null, now);
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteText(Utf8JsonWriter json, PushText text)
    {
        json.WriteStartObject("notification");
        json.WriteString("title", text.Title);
        json.WriteString("body", text.Body);
        json.WriteEndObject();
    }

    private static void WriteAndroid(Utf8JsonWriter json, PushMessage message, bool isSilent)
    {
        json.WriteStartObject("android");
        json.WriteString("priority", message.IsUrgent || !isSilent ? "HIGH" : "NORMAL");
        json.WriteString("ttl", string.Create(CultureInfo.InvariantCulture, $"{(long)message.TimeToLive.TotalSeconds}s"));
        json.WriteString("collapse_key", message.CollapseId);
        if (!isSilent)
        {
            json.WriteStartObject("notification");
            json.WriteString("tag", message.CollapseId);
            json.WriteString("channel_id", AndroidChannel);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    // Apple ends the use of background pushes that are sent as urgent.
    private static void WriteApns(Utf8JsonWriter json, PushMessage message, bool isSilent, DateTimeOffset now)
    {
        json.WriteStartObject("apns");
        json.WriteStartObject("headers");
        json.WriteString("apns-push-type", isSilent ? "background" : "alert");
        json.WriteString("apns-priority", isSilent ? "5" : "10");
        json.WriteString("apns-collapse-id", message.CollapseId);
        json.WriteString("apns-expiration", (now + message.TimeToLive).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        json.WriteEndObject();
        json.WriteStartObject("payload");
        json.WriteStartObject("aps");
        if (isSilent) json.WriteNumber("content-available", 1);
        else json.WriteString("sound", "default");
        if (message.Data.TryGetValue("ledgerId", out var ledger)) json.WriteString("thread-id", ledger);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>The body gives way first, then the title: at the end of a character as people see it, with a mark that it goes on.</summary>
    private static PushText Shorten(PushText text, IReadOnlyDictionary<string, string> data)
    {
        // Beside keys and values there are our own few names, and what Apple's and Google's envelopes add.
        const int Envelope = 512;
        var room = LargestPayload - Envelope - data.Sum(pair => Size(pair.Key) + Size(pair.Value));
        var title = Cut(text.Title, Math.Max(room, 0));
        return new PushText(title, Cut(text.Body, Math.Max(room - Size(title), 0)));
    }

    private static string Cut(string text, int bytes)
    {
        if (Size(text) <= bytes) return text;

        var (end, used) = (0, Size("…"));
        for (var elements = StringInfo.GetTextElementEnumerator(text); elements.MoveNext();)
        {
            used += Size(elements.GetTextElement());
            if (used > bytes) break;
            end = elements.ElementIndex + elements.GetTextElement().Length;
        }

        return end == 0 ? string.Empty : $"{text[..end]}…";
    }

    /// <summary>Bytes as they go over the wire, escapes included.</summary>
    private static int Size(string text) => JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes.Length;
}
