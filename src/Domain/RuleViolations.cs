namespace MyBudget.Domain;

/// <summary>Several items of one request broke a rule each; nothing of the request was done.</summary>
/// <param name="member">The list in the request.</param>
/// <param name="broken">What each item at fault broke, by its index.</param>
public sealed class RuleViolations(string member, IReadOnlyDictionary<int, RuleViolation> broken)
    : Exception($"{broken.Count} of the {member} break a rule.")
{
    public string Member { get; } = member;

    public IReadOnlyDictionary<int, RuleViolation> Broken { get; } = broken;
}
