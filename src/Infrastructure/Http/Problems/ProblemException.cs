namespace MyBudget.Infrastructure.Http.Problems;

/// <summary>Ends a request with a problem that is no broken rule of the domain.</summary>
/// <param name="code">The stable name that clients act on.</param>
/// <param name="message">What happened, in English. Where a sign-in is refused, it must not tell which part was wrong.</param>
/// <param name="cause">What went wrong; for the log alone.</param>
public sealed class ProblemException(int status, string code, string message, Exception? cause = null) : Exception(message, cause)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    /// <summary>Further members of the problem.</summary>
    public IReadOnlyDictionary<string, object?>? Arguments { get; init; }

    public TimeSpan? RetryAfter { get; init; }
}
