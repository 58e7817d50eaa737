namespace MyBudget.BankFiles;

/// <summary>The decoded text of a file and the name of the encoding that it was read with.</summary>
/// <param name="IsGuessed">By the letters it makes, as neither the file nor the user says it.</param>
/// <param name="Settled">What of it was read as an earlier file with the same columns was: its encoding or its sheet; else null.</param>
internal sealed record DecodedText(string Text, string Encoding, bool IsGuessed = false, string? Settled = null)
{
    public string Text { get; private set; } = Text;

    /// <summary>Once it is split into records: what follows needs the memory.</summary>
    public void Release() => Text = "";
}

/// <summary>Turns bytes into text that is free of control characters and of halves of surrogate pairs.</summary>
internal static class TextDecoding
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// Unicode marks first, then UTF-8 where nearly every byte agrees, whatever was declared: text in another encoding is hardly
    /// ever valid UTF-8 by chance, while banks do declare one encoding and write the other. Then what the file declares,
    /// then a guess.
    /// </summary>
    /// <param name="currency">The account's, which tells where the bank is.</param>
    public static DecodedText Decode(ReadOnlySpan<byte> content, Encoding? declared, string? currency = null)
    {
        if (UnicodeMarks.Detect(content) is { } marked)
        {
            if (marked is not UTF8Encoding || Utf8Evidence.IsNearly(content)) return Decoded(content, marked);
            // The mark was put before bytes of another encoding.
            content = content[3..];
        }

        if (Utf8Evidence.IsNearly(content))
            return new DecodedText(BankText.StripControls(Encoding.UTF8.GetString(content)), StrictUtf8.WebName);
        return declared is null or UTF8Encoding or UnicodeEncoding
            ? Decoded(content, EncodingGuess.Of(content, currency)) with { IsGuessed = true }
            : Decoded(content, declared);
    }

    /// <summary>The encoding that the user named, strictly.</summary>
    public static DecodedText DecodeAs(ReadOnlySpan<byte> content, string name)
    {
        var encoding = Find(name)
            ?? throw new BankFileException("bad-encoding", $"The encoding '{BankText.Excerpt(name)}' is not known.");
        try
        {
            return Decoded(content, Strict(encoding));
        }
        catch (Exception e) when (e is DecoderFallbackException or ArgumentException)
        {
            throw new BankFileException("bad-encoding", $"The file is not valid {encoding.WebName}.", inner: e);
        }
    }

    /// <summary>Null where the content is not valid in it.</summary>
    public static DecodedText? TryDecodeAs(ReadOnlySpan<byte> content, string name)
    {
        try
        {
            return DecodeAs(content, name);
        }
        catch (BankFileException)
        {
            return null;
        }
    }

    public static Encoding? Find(string name) =>
        Known(() => CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name));

    public static Encoding? Find(int codePage) =>
        Known(() => CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Encoding.GetEncoding(codePage));

    public static Encoding Strict(Encoding encoding)
    {
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        return strict;
    }

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
}
