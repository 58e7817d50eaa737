namespace MyBudget.Infrastructure.RuntimeSettings;

/// <summary>Something an operator may set: in Remote Config while the server runs, or in the local configuration, which wins.</summary>
/// <param name="name">Its name in Remote Config.</param>
/// <param name="setting">Its key in the local configuration.</param>
/// <param name="valueType">The type it has in Remote Config: <c>BOOLEAN</c>, <c>STRING</c> or <c>JSON</c>.</param>
/// <param name="expected">What a value has to be, in words for an operator.</param>
internal abstract class Parameter(string name, string setting, string valueType, string expected)
{
    public string Name => name;

    public string Setting => setting;

    public string ValueType => valueType;

    public string Expected => expected;

    /// <summary>What holds when nobody has set it.</summary>
    public abstract object Default { get; }

    /// <summary>The value that a text stands for; null for one that it cannot have.</summary>
    public abstract object? Read(string text);
}

/// <inheritdoc cref="Parameter"/>
internal sealed class Parameter<T>(string name, string setting, string valueType, string expected, T standard, Func<string, object?> read)
    : Parameter(name, setting, valueType, expected)
    where T : notnull
{
    public override object Default => standard;

    public override object? Read(string text) => read(text);
}
