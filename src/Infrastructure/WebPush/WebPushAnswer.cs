using System.Net;

namespace MyBudget.Infrastructure.WebPush;

/// <summary>What an answer of a push service means (RFC 8030, 5 and 7.3; RFC 8292, 4.2). Its body, which can be anything, is not read.</summary>
internal static class WebPushAnswer
{
    private static readonly TimeSpan QuotaWait = TimeSpan.FromMinutes(1);

    public static WebPushOutcome Of(HttpResponseMessage response, DateTimeOffset now)
    {
        var reason = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
        return response.StatusCode switch
        {
            >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices => new WebPushOutcome.Sent(),
            HttpStatusCode.NotFound or HttpStatusCode.Gone => new WebPushOutcome.Gone(reason),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new WebPushOutcome.KeyRefused(reason),
            // Microsoft's service says 406 when it means 429.
            HttpStatusCode.TooManyRequests or HttpStatusCode.NotAcceptable => new WebPushOutcome.TryLater(reason, response.RetryAfter(now) ?? QuotaWait),
            HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => new WebPushOutcome.TryLater(reason, response.RetryAfter(now)),
            _ => new WebPushOutcome.Refused(reason),
        };
    }
}
