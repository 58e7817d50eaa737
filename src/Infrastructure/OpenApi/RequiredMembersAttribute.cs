namespace MyBudget.Infrastructure.OpenApi;

/// <summary>
/// What a request cannot do without, for the contract. The type itself has to take anything, so that the validator answers for
/// what is missing, in all places at once and in the client's language.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class RequiredMembersAttribute(params string[] names) : Attribute
{
    public IReadOnlyList<string> Names { get; } = names;
}
