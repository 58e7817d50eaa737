namespace MyBudget.BankFiles;

/// <summary>How well bytes read as Chinese, Japanese or Korean in encodings of two bytes for each character.</summary>
internal static class EastAsianText
{
    private const int SimplifiedChinese = 936, Japanese = 932, Korean = 949, TraditionalChinese = 950;

    /// <summary>The code pages and where they are used; the likelier first.</summary>
    public static IReadOnlyList<(int CodePage, string Currency)> CodePages { get; } =
        [(SimplifiedChinese, "CNY"), (Japanese, "JPY"), (Korean, "KRW"), (TraditionalChinese, "TWD")];

    /// <summary>Which part of the characters is usual there; null where the bytes are no text of that encoding.</summary>
    public static double? Score(ReadOnlySpan<byte> sample, int codePage)
    {
        string text;
        try
        {
            text = TextDecoding.Strict(TextDecoding.Find(codePage)!).GetString(sample);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }

        double good = 0;
        var all = 0;
        Span<byte> bytes = stackalloc byte[4];
        var encoding = TextDecoding.Find(codePage)!;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAscii(c)) continue;
            all++;
            // Inside a word of Latin letters stands no character of these.
            if (i > 0 && char.IsAsciiLetter(text[i - 1]) && i + 1 < text.Length && char.IsAsciiLetter(text[i + 1])) continue;
            var length = encoding.GetBytes([c], bytes);
            if (length == 2 && IsUsual(bytes[0], bytes[1], codePage)) good++;
        }

        return all == 0 ? null : good / all;
    }

    /// <summary>The ranges of the characters that schools teach, and of the signs.</summary>
    private static bool IsUsual(byte lead, byte trail, int codePage) => codePage switch
    {
        SimplifiedChinese => trail >= 0xA1 && lead is (>= 0xB0 and <= 0xD7) or (>= 0xA1 and <= 0xA3),
        Japanese => lead is >= 0x81 and <= 0x83 or >= 0x88 and <= 0x97,
        Korean => trail >= 0xA1 && lead is >= 0xA1 and <= 0xC8,
        _ => lead is >= 0xA1 and <= 0xC6,
    };
}
