using MyBudget.BankFiles.Csv;

namespace MyBudget.BankFiles;

/// <summary>
/// Guesses the encoding of text that is not Unicode by what it makes of the bytes: letters of one language, words of one
/// script, capitals only where words begin, and the names that banks give their columns.
/// </summary>
internal static class EncodingGuess
{
    private const int SampleBytes = 1 << 16;
    private const int HeadBytes = 4096;
    private const int Western = 1252;

    /// <summary>What names of columns add, and the account's currency.</summary>
    private const double OfName = 0.2;
    private const double OfCurrency = 0.04;

    /// <summary>How much better characters of two bytes have to fit: any pair of letters may be one by chance.</summary>
    private const double OfTwoBytes = 0.1;

    public static Encoding Of(ReadOnlySpan<byte> content, string? currency)
    {
        var sample = Sample(content);
        var head = sample[..Math.Min(sample.Length, HeadBytes)];
        var words = HighWords.Of(sample);
        var (best, bestScore) = (Western, double.MinValue);
        foreach (var language in EncodingLanguage.All)
        {
            foreach (var codePage in language.CodePages)
            {
                var encoding = TextDecoding.Find(codePage)!;
                var hints = OfName * Math.Min(2, Names(encoding, head)) + (language.Currencies.Contains(currency) ? OfCurrency : 0);
                var score = language.Score(words, encoding) + hints;
                if (score > bestScore + 0.0001) (best, bestScore) = (codePage, score);
            }
        }

        foreach (var (codePage, money) in EastAsianText.CodePages)
        {
            if (EastAsianText.Score(sample, codePage) is not { } fit) continue;
            var names = Math.Min(2, Names(TextDecoding.Find(codePage)!, head));
            var score = fit - OfTwoBytes + OfName * names + (money == currency ? OfCurrency : 0);
            if (score > bestScore + 0.0001) (best, bestScore) = (codePage, score);
        }

        return TextDecoding.Find(best == Western && HasEuroOfIso(content) ? 28605 : best)!;
    }

    /// <summary>Whole lines, so that no character is cut.</summary>
    private static ReadOnlySpan<byte> Sample(ReadOnlySpan<byte> content)
    {
        if (content.Length <= SampleBytes) return content;
        var end = content[..SampleBytes].LastIndexOf((byte)'\n');
        return content[..(end > 0 ? end : SampleBytes)];
    }

    /// <summary>How many cells are known names of columns, with letters that only this encoding makes.</summary>
    private static int Names(Encoding encoding, ReadOnlySpan<byte> head)
    {
        var count = 0;
        foreach (var cell in encoding.GetString(head).Split([',', ';', '\t', '|', '\n', '\r', '"'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (cell.Length <= 60 && !Ascii.IsValid(cell) && CsvHeaderNames.Find(cell).Count > 0) count++;
        }

        return count;
    }

    /// <summary>ISO-8859-15 puts the euro where windows-1252 has a sign that no bank writes, and has no letters below 0xA0.</summary>
    private static bool HasEuroOfIso(ReadOnlySpan<byte> content) =>
        content.Contains((byte)0xA4) && !content.ContainsAnyInRange((byte)0x80, (byte)0x9F);
}

/// <summary>The words of a file that have other than ASCII letters, each once.</summary>
internal static class HighWords
{
    private const int Most = 3000;
    private const int Longest = 40;

    public static List<byte[]> Of(ReadOnlySpan<byte> sample)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < sample.Length && words.Count < Most;)
        {
            var length = 0;
            var isHigh = false;
            while (at + length < sample.Length && (sample[at + length] >= 0x80 || char.IsAsciiLetter((char)sample[at + length])))
                isHigh |= sample[at + length++] >= 0x80;
            if (isHigh && !(length == 1 && IsBesideDigit(sample, at)))
                words.Add(Encoding.Latin1.GetString(sample.Slice(at, Math.Min(length, Longest))));
            at += length + 1;
        }

        return words.Select(Encoding.Latin1.GetBytes).ToList();
    }

    /// <summary>A sign of money, and no letter.</summary>
    private static bool IsBesideDigit(ReadOnlySpan<byte> sample, int at)
    {
        foreach (var near in (ReadOnlySpan<int>)[at - 2, at - 1, at + 1, at + 2])
        {
            if (near >= 0 && near < sample.Length && char.IsAsciiDigit((char)sample[near])) return true;
        }

        return false;
    }
}
