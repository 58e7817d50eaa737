namespace MyBudget.Infrastructure.Http.Problems;

/// <summary>A limit that all replicas share was reached; answered as 429 with <c>Retry-After</c>.</summary>
public sealed class TooManyAttemptsException(TimeSpan retryAfter) : Exception("Too many attempts.")
{
    public TimeSpan RetryAfter { get; } = retryAfter;
}
