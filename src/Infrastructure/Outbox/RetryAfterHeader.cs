namespace MyBudget.Infrastructure.Outbox;

internal static class RetryAfterHeader
{
    /// <summary>How long the other side wants to be left alone, if it says so.</summary>
    public static TimeSpan? RetryAfter(this HttpResponseMessage response, DateTimeOffset now) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > now => date - now,
        _ => null,
    };
}
