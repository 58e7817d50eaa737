using System.Collections.Frozen;

namespace MyBudget.BankFiles.Csv;

/// <summary>
/// The words of banks, by what they mean. They are data, in the texts beside this file: a new language or bank is a few
/// words there and nothing else.
/// </summary>
internal static class CsvWords
{
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; } = Load("headers");

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Directions { get; } = Load("directions");

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> States { get; } = Load("states");

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Dates { get; } = Load("dates");

    public static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(
        IReadOnlyDictionary<string, IReadOnlyList<string>> words, string kind) =>
        words[kind].ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Lower case without accents, and one blank for whatever is neither letter nor digit.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        const int longest = 80;
        if (text.Length > longest) text = text[..longest];
        Span<char> folded = stackalloc char[4 * longest];
        var length = Ascii.IsValid(text)
            ? Fold(text, folded)
            // A surrogate pair cut in two would not normalize.
            : Fold(BankText.StripControls(text.ToString()).Normalize(NormalizationForm.FormKD), folded);
        return folded[..length].TrimEnd().ToString();
    }

    private static int Fold(ReadOnlySpan<char> text, Span<char> folded)
    {
        var length = 0;
        foreach (var c in text)
        {
            if (length == folded.Length) break;
            if (char.IsLetterOrDigit(c)) folded[length++] = Lower(c);
            else if (!IsMark(c) && length > 0 && folded[length - 1] != ' ') folded[length++] = ' ';
        }

        return length;
    }

    private static bool IsMark(char c) => !char.IsAscii(c) && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    /// <summary>Letters with a stroke have no accent to take away.</summary>
    private static char Lower(char c) => char.ToLowerInvariant(c) switch
    {
        'ł' => 'l',
        'ø' => 'o',
        'đ' => 'd',
        'ı' => 'i',
        'ς' => 'σ',
        var lower => lower,
    };

    private static Dictionary<string, IReadOnlyList<string>> Load(string name)
    {
        using var stream = typeof(CsvWords).Assembly.GetManifestResourceStream($"{typeof(CsvWords).Namespace}.Words.{name}.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Split('\n').Where(line => line.Contains(':', StringComparison.Ordinal) && !line.StartsWith('#'))
            .Select(line =>
                (Kind: line[..line.IndexOf(':', StringComparison.Ordinal)],
                    Words: line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..]))
            .GroupBy(line => line.Kind, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, Words, StringComparer.Ordinal);

        static IReadOnlyList<string> Words(IEnumerable<(string Kind, string Words)> lines) =>
            [.. lines.SelectMany(line => line.Words.Split('|')).Select(word => Fold(word)).Where(word => word.Length > 0)];
    }
}
