using System.Collections.Frozen;

namespace MyBudget.BankFiles.Csv;

/// <summary>Words that mean the directions only beside each other.</summary>
internal static class CsvDirectionPairs
{
    private static readonly FrozenSet<string> Pairs = CsvWords.Directions["Pair"].ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> OpenPairs = CsvWords.Directions["OpenPair"].ToFrozenSet(StringComparer.Ordinal);

    public static (string Out, string In)? Of(IReadOnlyCollection<string> words) => PairOf(words, Pairs);

    /// <summary>Two languages read them the opposite way.</summary>
    public static (string Out, string In)? OpenOf(IReadOnlyCollection<string> words) => PairOf(words, OpenPairs);

    /// <summary>A header of just two such words.</summary>
    public static (string Out, string In, bool IsOpen)? In(string header)
    {
        if (CsvWords.Fold(header).Split(' ') is not { Length: 2 } two) return null;
        if (Of(two) is { } known) return (known.Out, known.In, false);
        return OpenOf(two) is { } open ? (open.Out, open.In, true) : null;
    }

    private static (string Out, string In)? PairOf(IReadOnlyCollection<string> words, FrozenSet<string> pairs)
    {
        var two = words.Where(word => word.Length > 0).ToList();
        if (two.Count != 2) return null;
        if (pairs.Contains($"{two[0]} {two[1]}")) return (two[0], two[1]);
        return pairs.Contains($"{two[1]} {two[0]}") ? (two[1], two[0]) : null;
    }
}
