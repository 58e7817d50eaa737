namespace MyBudget.Domain;

/// <summary>A rule of the product that a request would break. It is an answer to the client, never a fault of the server.</summary>
public sealed class RuleViolation : Exception
{
    private static readonly Dictionary<string, object?> NoArguments = [];

    /// <param name="code">The stable name that clients act on, such as <c>accounts.name-taken</c>.</param>
    /// <param name="message">What happened, in English; other languages are looked up by <paramref name="code"/>.</param>
    /// <param name="arguments">The values that a localised message fills in by name.</param>
    public RuleViolation(string code, string message, IReadOnlyDictionary<string, object?>? arguments = null)
        : base(message)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        Code = code;
        Arguments = arguments ?? NoArguments;
    }

    public string Code { get; }

    public IReadOnlyDictionary<string, object?> Arguments { get; }

    /// <summary>True when the request would be fine against another state of the ledger: 409 rather than 422.</summary>
    public bool IsConflict { get; private init; }

    public static RuleViolation Conflict(string code, string message, IReadOnlyDictionary<string, object?>? arguments = null) =>
        new(code, message, arguments) { IsConflict = true };
}
