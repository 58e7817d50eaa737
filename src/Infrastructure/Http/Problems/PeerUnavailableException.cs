namespace MyBudget.Infrastructure.Http.Problems;

/// <summary>Another service, without which this request cannot be decided, gives no answer; answered as 503 with <c>Retry-After</c>.</summary>
/// <param name="code">The stable name that clients act on.</param>
/// <param name="message">Which service, in English.</param>
/// <param name="cause">What went wrong; for the log alone.</param>
public sealed class PeerUnavailableException(string code, string message, Exception? cause = null) : Exception(message, cause)
{
    public string Code { get; } = code;
}
