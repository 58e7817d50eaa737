using System.Text.Encodings.Web;
using MyBudget.Infrastructure.WebPush;

namespace MyBudget.Features.Notifications.Push;

/// <summary>What a service worker gets, as docs/push.md describes it to authors of clients.</summary>
internal static class WebPushBody
{
    /// <summary>What a click opens in the app, for the first of these that the notice has.</summary>
    private static readonly (string Data, string Path)[] Routes = [("transactionId", "entries"), ("budgetId", "budgets"), ("importId", "imports")];

    private const string Otherwise = "/notifications";

    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(PushPayload payload)
    {
        var room = WebPushMessage.MostBytes - Write(payload, string.Empty, string.Empty).Length;
        var (title, body) = TextInJson.Fit(payload.Title ?? string.Empty, payload.Body ?? string.Empty, room);
        return Write(payload, title, body);
    }

    private static byte[] Write(PushPayload payload, string title, string body) => JsonSerializer.SerializeToUtf8Bytes(
        new { title, body, tag = payload.CollapseId, url = UrlOf(payload.Data), data = payload.Data }, Options);

    private static string UrlOf(IReadOnlyDictionary<string, string> data)
    {
        foreach (var (name, path) in Routes)
        {
            if (data.TryGetValue(name, out var id)) return $"/{path}/{id}";
        }

        return Otherwise;
    }
}
