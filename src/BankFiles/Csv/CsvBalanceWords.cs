using System.Collections.Frozen;

namespace MyBudget.BankFiles.Csv;

/// <summary>
/// Texts that name a balance before or after all entries: those that are known as a whole, and those that are made of words for a balance,
/// for a beginning or an end, and of nothing more.
/// </summary>
internal static class CsvBalanceWords
{
    /// <summary>Shorter beginnings are those of too many words.</summary>
    private const int ShortestStem = 5;
    private const int LongestTogether = 12;

    private static readonly FrozenSet<string> Openings = CsvWords.States["Opening"].ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Closings = CsvWords.States["Closing"].ToFrozenSet(StringComparer.Ordinal);
    private static readonly IReadOnlyList<string> Balance = CsvWords.States["BalanceStem"];
    private static readonly IReadOnlyList<string> Opening = CsvWords.States["OpeningStem"];
    private static readonly IReadOnlyList<string> Closing = CsvWords.States["ClosingStem"];

    private static readonly FrozenSet<string> Links = CsvWords.States["BalanceLink"].Concat(CsvWords.States["TotalPeriod"])
        .ToFrozenSet(StringComparer.Ordinal);

    public static bool IsOpening(string folded) => CsvPreamble.Begins(Openings, folded) || IsMadeOf(folded, Opening, Closing);

    public static bool IsClosing(string folded) => CsvPreamble.Begins(Closings, folded) || IsMadeOf(folded, Closing, Opening);

    public static bool IsEither(string folded) => IsMadeOf(folded, Opening, Closing) || IsMadeOf(folded, Closing, Opening);

    /// <summary>A word of the text is one for a balance, other than in English, where payments are made from balances.</summary>
    public static bool SpeaksOfBalance(string folded) =>
        folded.Split(' ').Any(word => !word.StartsWith("balance", StringComparison.Ordinal) && Is(word, Balance));

    /// <summary>A word of a header is one for a balance.</summary>
    public static bool SpeaksOf(string header) => CsvWords.Fold(header).Split(' ').Any(word => Is(word, Balance));

    private static bool IsMadeOf(string folded, IReadOnlyList<string> edge, IReadOnlyList<string> other)
    {
        bool isBalance = false, isEdge = false;
        foreach (var word in folded.Split(' '))
        {
            if (IsTogether(word, edge)) (isBalance, isEdge) = (true, true);
            else if (Is(word, Balance)) isBalance = true;
            else if (Is(word, edge)) isEdge = true;
            else if (Is(word, other) || !IsLink(word)) return false;
        }

        return isBalance && isEdge;
    }

    private static bool Is(string word, IReadOnlyList<string> stems) => stems.Any(stem =>
        (word.Length == stem.Length || stem.Length >= ShortestStem) && word.StartsWith(stem, StringComparison.Ordinal));

    /// <summary>Grown together, or in a script without blanks.</summary>
    private static bool IsTogether(string word, IReadOnlyList<string> edge)
    {
        if (word.Any(c => c is >= '\u3040' and <= '\uD7A3'))
            return word.Length <= LongestTogether && edge.Any(IsIn) && Balance.Any(IsIn);
        return edge.Any(stem => word.StartsWith(stem, StringComparison.Ordinal) && Is(word[stem.Length..].TrimStart('s', 'i', 'e'), Balance));

        bool IsIn(string part) => word.Contains(part, StringComparison.Ordinal);
    }

    private static bool IsLink(string word) => word.Length <= 2 || Links.Contains(word) || word.All(char.IsAsciiDigit)
        || CsvPreamble.IsCurrency(word) || CsvDateParts.TrySplit($"1 {word} 2026", out _);
}
