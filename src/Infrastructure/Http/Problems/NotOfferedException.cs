namespace MyBudget.Infrastructure.Http.Problems;

/// <summary>This server was set up without what the route needs; answered as 404.</summary>
/// <param name="code">The stable name that clients act on.</param>
/// <param name="message">What is missing, in English.</param>
public sealed class NotOfferedException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}
