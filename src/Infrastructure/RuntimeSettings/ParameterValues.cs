using System.Collections.Frozen;

namespace MyBudget.Infrastructure.RuntimeSettings;

/// <summary>
/// The values in force: what the local configuration says, else what Remote Config said last that could be read, else the default.
/// </summary>
internal sealed partial class ParameterValues
{
    private readonly FrozenDictionary<Parameter, object> _local;
    private readonly ILogger _logger;
    private readonly Dictionary<Parameter, string> _refused = [];
    private volatile FrozenDictionary<Parameter, Given> _remote = FrozenDictionary<Parameter, Given>.Empty;

    /// <exception cref="InvalidOperationException">The local configuration has a value that cannot be: the server does not start.</exception>
    public ParameterValues(IConfiguration configuration, ILogger<ParameterValues> logger)
    {
        _logger = logger;
        _local = Parameters.All.Select(parameter => (Parameter: parameter, Text: TextOf(configuration.GetSection(parameter.Setting))))
            .Where(set => set.Text.Length > 0).ToFrozenDictionary(set => set.Parameter, set => ReadLocal(set.Parameter, set.Text));
    }

    public T Of<T>(Parameter<T> parameter) where T : notnull =>
        (T)(_local.GetValueOrDefault(parameter) ?? _remote.GetValueOrDefault(parameter)?.Value ?? parameter.Default);

    /// <summary>
    /// Takes over what Remote Config says. A value that cannot be changes nothing of its own parameter, and nothing of the others.
    /// </summary>
    /// <param name="texts">By parameter; null for a value that is not even a text. One that is missing is back at its default.</param>
    /// <returns>How many could not be used.</returns>
    public int Take(IReadOnlyDictionary<string, string?> texts)
    {
        var taken = new Dictionary<Parameter, Given>();
        var refused = 0;
        foreach (var parameter in Parameters.All)
        {
            var before = _remote.GetValueOrDefault(parameter);
            if (!texts.TryGetValue(parameter.Name, out var text))
            {
                _refused.Remove(parameter);
            }
            else if (text is not null && parameter.Read(text) is { } value)
            {
                taken[parameter] = new Given(text, value);
                _refused.Remove(parameter);
            }
            else
            {
                if (before is not null) taken[parameter] = before;
                Refuse(parameter, text ?? "no text");
                refused++;
            }

            if (before?.Text != taken.GetValueOrDefault(parameter)?.Text) LogChanged(parameter.Name, taken.GetValueOrDefault(parameter)?.Text ?? "the default");
        }

        _remote = taken.ToFrozenDictionary();
        return refused;
    }

    /// <summary>A list may be written as one in a settings file; from there it arrives in pieces.</summary>
    private static string TextOf(IConfigurationSection section)
    {
        if (!string.IsNullOrWhiteSpace(section.Value)) return section.Value.Trim();
        var items = section.GetChildren().Select(item => item.Value).ToList();
        return items.Count > 0 ? $"[{string.Join(',', items)}]" : string.Empty;
    }

    private static object ReadLocal(Parameter parameter, string text) => parameter.Read(text)
        ?? throw new InvalidOperationException($"{parameter.Setting} is \"{text}\"; it has to be {parameter.Expected}.");

    /// <summary>Says so once, not with every look.</summary>
    private void Refuse(Parameter parameter, string text)
    {
        if (_refused.TryGetValue(parameter, out var known) && known == text) return;
        _refused[parameter] = text;
        LogRefused(parameter.Name, text[..Math.Min(text.Length, 100)], parameter.Expected);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Remote Config sets {Parameter} to {Value}")]
    private partial void LogChanged(string parameter, string value);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Remote Config has {Parameter} as \"{Value}\", which cannot be: it has to be {Expected}. What held before holds on")]
    private partial void LogRefused(string parameter, string value, string expected);

    private sealed record Given(string Text, object Value);
}
