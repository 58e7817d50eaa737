namespace MyBudget.BankFiles;

/// <summary>Tells Unicode encodings by their byte order mark or, for UTF-16 without one, by where the NULs are.</summary>
internal static class UnicodeMarks
{
    private const int SampleBytes = 4096;

    public static Encoding? Detect(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith<byte>([0xEF, 0xBB, 0xBF])) return Encoding.UTF8;
        if (content.StartsWith<byte>([0xFF, 0xFE, 0x00, 0x00])) return Encoding.UTF32;
        if (content.StartsWith<byte>([0xFF, 0xFE])) return Encoding.Unicode;
        if (content.StartsWith<byte>([0xFE, 0xFF])) return Encoding.BigEndianUnicode;
        return DetectUtf16(content[..Math.Min(content.Length, SampleBytes)]);
    }

    public static bool IsOnlyMark(ReadOnlySpan<byte> content) =>
        content.Length <= 4 && Detect(content)?.Preamble.SequenceEqual(content) == true;

    /// <summary>
    /// Digits, delimiters and line ends have a NUL as their upper half, on one side only: at least every eighth unit
    /// must be such, and the other side must be free of them.
    /// </summary>
    private static Encoding? DetectUtf16(ReadOnlySpan<byte> sample)
    {
        int even = 0, odd = 0;
        for (var i = 0; i < sample.Length; i++)
        {
            if (sample[i] != 0) continue;
            if (i % 2 == 0) even++;
            else odd++;
        }

        var enough = Math.Max(2, sample.Length / 16);
        if (odd >= enough && even * 16 <= odd) return Encoding.Unicode;
        return even >= enough && odd * 16 <= even ? Encoding.BigEndianUnicode : null;
    }
}
