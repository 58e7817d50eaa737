namespace MyBudget.Infrastructure.RuntimeSettings;

/// <summary>Something an operator may set: in Remote Config while the server runs, or in the local configuration, which wins.</summary>
/// <param name="Name">Its name in Remote Config.</param>
/// <param name="Setting">Its key in the local configuration.</param>
/// <param name="ValueType">The type it has in Remote Config: <c>BOOLEAN</c>, <c>STRING</c> or <c>JSON</c>.</param>
/// <param name="Expected">What a value has to be, in words for an operator.</param>
/// <param name="Default">What holds when nobody has set it.</param>
/// <param name="Read">The value that a text stands for; null for one that it cannot have.</param>
internal abstract record Parameter(string Name, string Setting, string ValueType, string Expected, object Default, Func<string, object?> Read);

/// <inheritdoc cref="Parameter"/>
internal sealed record Parameter<T>(string Name, string Setting, string ValueType, string Expected, T Standard, Func<string, object?> Read)
    : Parameter(Name, Setting, ValueType, Expected, Standard, Read) where T : notnull;
