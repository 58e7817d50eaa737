namespace MyBudget.Infrastructure.Operations.Configuration;

/// <summary>Settings that an older release knew: they have no effect, and do not keep a server from starting whose environment still has them.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class RetiredSettingsAttribute(params string[] names) : Attribute
{
    public IReadOnlyList<string> Names => names;
}
