namespace MyBudget.Infrastructure.Http.Problems;

/// <summary>The operator has switched off what the route does; answered as 403.</summary>
/// <param name="code">The stable name that clients act on.</param>
/// <param name="message">What is off, in English.</param>
public sealed class SwitchedOffException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}
