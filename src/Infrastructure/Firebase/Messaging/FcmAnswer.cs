using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace MyBudget.Infrastructure.Firebase.Messaging;

/// <summary>
/// What an answer of FCM means (https://firebase.google.com/docs/cloud-messaging/error-codes). An <c>INVALID_ARGUMENT</c> with FCM's own
/// detail is about the token, one with a list of fields is about what we wrote.
/// </summary>
internal static class FcmAnswer
{
    /// <summary>What the documentation asks for where no time is named.</summary>
    private static readonly TimeSpan QuotaWait = TimeSpan.FromMinutes(1);

    /// <summary>Null when the access token was refused: that is about this try, not about the message.</summary>
    public static async Task<PushOutcome?> ReadAsync(HttpResponseMessage response, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var body = await ReadBodyAsync(response, cancellationToken);
        if (response.IsSuccessStatusCode)
        {
            return body?.RootElement is { ValueKind: JsonValueKind.Object } answer && answer.TryGetProperty("name", out var name)
                ? new PushOutcome.Sent(name.ToString())
                : new PushOutcome.TryLater("an answer that is not FCM's");
        }

        var error = body?.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("error", out var found) ? found : default;
        var (fcm, isOurs) = Details(error);
        var (code, status) = (fcm ?? Text(error, "status"), (int)response.StatusCode);
        var reason = $"{status} {code}".TrimEnd();
        return (response.StatusCode, code) switch
        {
            (_, "UNREGISTERED") => new PushOutcome.DeadToken(reason),
            (_, "SENDER_ID_MISMATCH") => new PushOutcome.DeadToken(reason),
            (_, "THIRD_PARTY_AUTH_ERROR") => new PushOutcome.Misconfigured(reason),
            (HttpStatusCode.Unauthorized, _) => null,
            (HttpStatusCode.BadRequest, _) when fcm == "INVALID_ARGUMENT" && !isOurs => new PushOutcome.DeadToken(reason),
            (HttpStatusCode.BadRequest, _) => new PushOutcome.Refused(reason),
            (HttpStatusCode.TooManyRequests, _) => new PushOutcome.TryLater(reason, RetryAfter(response.Headers, now) ?? QuotaWait),
            (HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError, _) =>
                new PushOutcome.TryLater(reason, RetryAfter(response.Headers, now)),
            (HttpStatusCode.RequestEntityTooLarge, _) => new PushOutcome.Refused(reason),
            _ => new PushOutcome.Misconfigured(reason),
        };
    }

    private static async Task<JsonDocument?> ReadBodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(cancellationToken), cancellationToken: cancellationToken);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static (string? Fcm, bool IsOurs) Details(JsonElement error)
    {
        if (error.ValueKind != JsonValueKind.Object || !error.TryGetProperty("details", out var details) || details.ValueKind != JsonValueKind.Array)
            return default;

        var (fcm, isOurs) = ((string?)null, false);
        foreach (var detail in details.EnumerateArray())
        {
            var type = Text(detail, "@type");
            if (type?.EndsWith("/google.firebase.fcm.v1.FcmError", StringComparison.Ordinal) is true) fcm = Text(detail, "errorCode");
            if (type?.EndsWith("/google.rpc.BadRequest", StringComparison.Ordinal) is true) isOurs = !IsAboutToken(detail);
        }

        return (fcm, isOurs);
    }

    private static bool IsAboutToken(JsonElement badRequest) =>
        badRequest.TryGetProperty("fieldViolations", out var fields) && fields.ValueKind == JsonValueKind.Array
        && fields.EnumerateArray().All(field => Text(field, "field") == "message.token");

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static TimeSpan? RetryAfter(HttpResponseHeaders headers, DateTimeOffset now) => headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > now => date - now,
        _ => null,
    };
}
