namespace MyBudget.Infrastructure.Http.Problems;

/// <summary>What was presented to sign in, or to stay signed in, is not good; answered as 401.</summary>
/// <param name="code">The stable name that clients act on.</param>
/// <param name="message">What happened, in English; it must not tell which part was wrong.</param>
public sealed class SignInRefusedException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}
