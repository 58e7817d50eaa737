using System.Net;
using System.Text.Json.Serialization;

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
        var answer = await ReadBodyAsync(response, cancellationToken);
        if (response.IsSuccessStatusCode)
            return answer?.Name is { } name ? new PushOutcome.Sent(name) : new PushOutcome.TryLater("an answer that is not FCM's");

        var details = answer?.Error?.Details ?? [];
        var fcm = details.LastOrDefault(detail => detail.Is("google.firebase.fcm.v1.FcmError"))?.ErrorCode;
        var isOurs = details.Any(detail => detail.Is("google.rpc.BadRequest") && !detail.IsAboutToken);
        var (code, status) = (fcm ?? answer?.Error?.Status, (int)response.StatusCode);
        var reason = $"{status} {code}".TrimEnd();
        return (response.StatusCode, code) switch
        {
            (_, "UNREGISTERED") => new PushOutcome.DeadToken(reason),
            (_, "SENDER_ID_MISMATCH") => new PushOutcome.DeadToken(reason),
            (_, "THIRD_PARTY_AUTH_ERROR") => new PushOutcome.Misconfigured(reason),
            (HttpStatusCode.Unauthorized, _) => null,
            (HttpStatusCode.BadRequest, _) when fcm == "INVALID_ARGUMENT" && !isOurs => new PushOutcome.DeadToken(reason),
            (HttpStatusCode.BadRequest, _) => new PushOutcome.Refused(reason),
            (HttpStatusCode.TooManyRequests, _) => new PushOutcome.TryLater(reason, response.RetryAfter(now) ?? QuotaWait),
            (HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError, _) =>
                new PushOutcome.TryLater(reason, response.RetryAfter(now)),
            (HttpStatusCode.RequestEntityTooLarge, _) => new PushOutcome.Refused(reason),
            _ => new PushOutcome.Misconfigured(reason),
        };
    }

    private static async Task<Answer?> ReadBodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<Answer>(
                await response.Content.ReadAsStreamAsync(cancellationToken), JsonSerializerOptions.Web, cancellationToken);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Answer(string? Name, Error? Error);

    private sealed record Error(string? Status, IReadOnlyList<Detail>? Details);

    private sealed record Detail(
        [property: JsonPropertyName("@type")] string? Type, string? ErrorCode, IReadOnlyList<FieldViolation>? FieldViolations)
    {
        public bool IsAboutToken => FieldViolations?.All(violation => violation.Field == "message.token") is true;

        public bool Is(string type) => Type?.EndsWith($"/{type}", StringComparison.Ordinal) is true;
    }

    private sealed record FieldViolation(string? Field);
}
