using System.Collections.Frozen;
using System.Reflection;

namespace MyBudget.Infrastructure.Http.Localization;

/// <summary>
/// Texts by code in the languages the product speaks. English stands in the code beside the rule; each room and feature keeps
/// its translations in a <c>Messages.ru.json</c> beside it.
/// </summary>
public static class Messages
{
    /// <summary>The languages of messages; the first is the default.</summary>
    public static readonly IReadOnlyList<string> Languages = ["en", "ru"];

    private static readonly FrozenDictionary<string, FrozenDictionary<string, string>> Translations =
        Languages.ToFrozenDictionary(language => language, Load);

    /// <summary>The text for a code in the current language, or <paramref name="english"/> where there is no translation.</summary>
    /// <param name="code">The stable code.</param>
    /// <param name="english">The text in English, complete.</param>
    /// <param name="arguments">What replaces <c>{name}</c> in a translation.</param>
    public static string Localize(string code, string english, IReadOnlyDictionary<string, object?>? arguments = null) =>
        In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, code, english, arguments);

    /// <summary>The same in a given language: for what is written to another user than the one who makes the request.</summary>
    public static string In(string language, string code, string english, IReadOnlyDictionary<string, object?>? arguments = null)
    {
        if (!Translations.TryGetValue(language, out var texts) || !texts.TryGetValue(code, out var text)) return english;

        foreach (var (name, value) in arguments ?? FrozenDictionary<string, object?>.Empty)
            text = text.Replace($"{{{name}}}", Convert.ToString(value, CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return text;
    }

    /// <summary>Whether a code has a text in a language other than English.</summary>
    internal static bool IsTranslated(string code, string language) =>
        Translations.TryGetValue(language, out var texts) && texts.ContainsKey(code);

    private static FrozenDictionary<string, string> Load(string language)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var resource in assembly.GetManifestResourceNames()
                     .Where(name => name.EndsWith($".Messages.{language}.json", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            foreach (var (code, text) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!) texts.Add(code, text);
        }

        return texts.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
