namespace MyBudget.Infrastructure.RuntimeSettings;

/// <summary>Something an operator may set: in Remote Config while the server runs, or in the local configuration, which wins.</summary>
/// <param name="Name">Its name in Remote Config.</param>
/// <param name="Setting">Its key in the local configuration.</param>
/// <param name="ValueType">The type it has in Remote Config: <c>BOOLEAN</c>, <c>STRING</c> or <c>JSON</c>.</param>
/// <param name="Expected">What a value has to be, in words for an operator.</param>
internal abstract record Parameter(string Name, string Setting, string ValueType, string Expected)
{
    /// <summary>What holds when nobody has set it.</summary>
    public abstract object Default { get; }

    /// <summary>The value that a text stands for; null for one that it cannot have.</summary>
    public abstract object? Read(string text);
}

/// <inheritdoc cref="Parameter"/>
internal sealed record Parameter<T>(string Name, string Setting, string ValueType, string Expected, T Standard, Func<string, object?> Reader)
    : Parameter(Name, Setting, ValueType, Expected)
    where T : notnull
{
    public override object Default => Standard;

    public override object? Read(string text) => Reader(text);
}
