namespace MyBudget.BankFiles;

/// <summary>The decoded text of a file and the name of the encoding that it was read with.</summary>
internal sealed record DecodedText(string Text, string Encoding);

/// <summary>Turns bytes into text that is free of control characters and of halves of surrogate pairs.</summary>
internal static class TextDecoding
{
    private const int Windows1251 = 1251;
    private const int Windows1252 = 1252;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// Unicode marks first, then UTF-8 where every byte agrees, whatever was declared: text in another encoding is hardly
    /// ever valid UTF-8 by chance, while banks do declare one encoding and write the other. Then what the file declares,
    /// then a guess.
    /// </summary>
    public static DecodedText Decode(ReadOnlySpan<byte> content, Encoding? declared)
    {
        if (UnicodeMarks.Detect(content) is { } marked) return Decoded(content, marked);
        try
        {
            return new DecodedText(BankText.StripControls(StrictUtf8.GetString(content)), StrictUtf8.WebName);
        }
        catch (DecoderFallbackException)
        {
            var legacy = declared is null or UTF8Encoding or UnicodeEncoding ? GuessLegacy(content) : declared;
            return Decoded(content, legacy);
        }
    }

    /// <summary>The encoding that the user named, strictly.</summary>
    public static DecodedText DecodeAs(ReadOnlySpan<byte> content, string name)
    {
        var encoding = Find(name)
            ?? throw new BankFileException("bad-encoding", $"The encoding '{BankText.Excerpt(name)}' is not known.");
        try
        {
            var strict = (Encoding)encoding.Clone();
            strict.DecoderFallback = DecoderFallback.ExceptionFallback;
            return Decoded(content, strict);
        }
        catch (Exception e) when (e is DecoderFallbackException or ArgumentException)
        {
            throw new BankFileException("bad-encoding", $"The file is not valid {encoding.WebName}.", inner: e);
        }
    }

    public static Encoding? Find(string name) =>
        Known(() => CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name));

    public static Encoding? Find(int codePage) =>
        Known(() => CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Encoding.GetEncoding(codePage));

    private static Encoding? Known(Func<Encoding> find)
    {
        try
        {
            return find();
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static DecodedText Decoded(ReadOnlySpan<byte> content, Encoding encoding) =>
        new(BankText.StripControls(encoding.GetString(content)), encoding.WebName);

    /// <summary>
    /// Windows-1251 puts the Cyrillic letters at 0xC0-0xFF, so Russian words are runs of high bytes; in the western
    /// languages of windows-1252 an accented letter mostly stands alone among ASCII. Where more than half of the high
    /// letters have a high neighbour, the text is Cyrillic.
    /// </summary>
    private static Encoding GuessLegacy(ReadOnlySpan<byte> content)
    {
        int letters = 0, inRuns = 0;
        for (var i = 0; i < content.Length; i++)
        {
            if (!IsHighLetter(content[i])) continue;
            letters++;
            if ((i > 0 && IsHighLetter(content[i - 1])) || (i + 1 < content.Length && IsHighLetter(content[i + 1]))) inRuns++;
        }

        return CodePagesEncodingProvider.Instance.GetEncoding(inRuns * 2 > letters ? Windows1251 : Windows1252)!;
    }

    private static bool IsHighLetter(byte b) => b is >= 0xC0 or 0xA8 or 0xB8;
}
