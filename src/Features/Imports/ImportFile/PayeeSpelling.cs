using System.Collections.Frozen;

namespace MyBudget.Features.Imports.ImportFile;

/// <summary>
/// The same name as banks' formats spell it: without accents where SWIFT's letters have none, an umlaut as two letters, Russian or Greek in
/// Latin letters, cut where the field ends.
/// </summary>
internal static class PayeeSpelling
{
    /// <summary>Less of a beginning is shared by many names.</summary>
    private const int FewestLetters = 8;

    /// <summary>Consonants that tell a name written in another alphabet.</summary>
    private const int FewestConsonants = 4;

    private static readonly FrozenDictionary<char, string> Latin = new[]
    {
        "аa бb вv гg дd еe жzh зz иi кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ ыy ь эe юiu яia", "єe іi ґg ђd ћc љl њn џd јi",
        "αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo", "ßss æae øo œo łl đd ðd þth ıi",
    }
    .SelectMany(letters => letters.Split(' ')).ToFrozenDictionary(letter => letter[0], letter => letter[1..]);

    private static readonly (string From, string To)[] OneWay =
    [
        ("shch", "s"), ("sch", "s"), ("sh", "s"), ("ch", "c"), ("zh", "z"), ("kh", "h"), ("ts", "c"), ("tz", "c"), ("th", "t"), ("ph", "f"),
        ("x", "ks"), ("w", "v"), ("q", "k"),
    ];

    public static bool AreAlike(string one, string other)
    {
        var (words, others) = (Words(one), Words(other));
        if (words.Count == 0 || others.Count == 0) return false;
        if (words.TrueForAll(others.Contains) || others.TrueForAll(words.Contains) || IsCut(words, others)) return true;
        return IsLatin(one) != IsLatin(other) && AreOneInTwoAlphabets(words, others);
    }

    /// <summary>The last word may lack its end.</summary>
    private static bool IsCut(IEnumerable<string> words, IEnumerable<string> others)
    {
        var (one, other) = (string.Concat(words), string.Concat(others));
        return Math.Min(one.Length, other.Length) >= FewestLetters
            && (one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal));
    }

    private static bool AreOneInTwoAlphabets(IEnumerable<string> words, IEnumerable<string> others)
    {
        var (one, other) = (Consonants(string.Concat(words)), Consonants(string.Concat(others)));
        return Math.Min(one.Length, other.Length) >= FewestConsonants
            && (one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal));
    }

    /// <summary>Each country writes the vowels of another alphabet in its own way.</summary>
    private static string Consonants(string text)
    {
        foreach (var (from, to) in OneWay) text = text.Replace(from, to, StringComparison.Ordinal);
        var kept = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'j' || (kept.Length > 0 && kept[^1] == c)) continue;
            kept.Append(c);
        }

        return kept.ToString();
    }

    private static List<string> Words(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in Decomposed(text.ToLowerInvariant()))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark) continue;
            folded.Append(!char.IsLetterOrDigit(c) ? " " : Latin.TryGetValue(c, out var latin) ? latin : c.ToString());
        }

        folded.Replace("ae", "a").Replace("oe", "o").Replace("ue", "u").Replace("aa", "a");
        return [.. folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static bool IsLatin(string text) => !text.Any(c => c is >= '\u0370' and < '\u0530');

    /// <summary>Half of a surrogate pair has no decomposition.</summary>
    private static string Decomposed(string text) =>
        text.Any(char.IsSurrogate) ? text : text.Normalize(NormalizationForm.FormKD);
}
