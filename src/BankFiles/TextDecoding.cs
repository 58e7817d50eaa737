using System.Runtime.InteropServices;

namespace MyBudget.BankFiles;

/// <summary>The text of a file and the name of the encoding that it was read with.</summary>
/// <param name="Utf8">Every piece of it becomes characters where it is read, so that it is never there as a whole.</param>
/// <param name="IsGuessed">By the letters it makes, as neither the file nor the user says it.</param>
/// <param name="Settled">What of it was read as an earlier file with the same columns was: its encoding or its sheet; else null.</param>
internal sealed record DecodedText(ReadOnlyMemory<byte> Utf8, string Encoding, bool IsGuessed = false, string? Settled = null)
{
    public StreamReader Open()
    {
        var bytes = MemoryMarshal.TryGetArray(Utf8, out var array) ? array : new ArraySegment<byte>(Utf8.ToArray());
        return new StreamReader(
            new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false), System.Text.Encoding.UTF8,
            detectEncodingFromByteOrderMarks: false);
    }
}

/// <summary>Finds out which encoding a file has, and what its text is.</summary>
internal static class TextDecoding
{
    /// <summary>
    /// Unicode marks first, then UTF-8 where nearly every byte agrees, whatever was declared: text in another encoding is hardly
    /// ever valid UTF-8 by chance, while banks do declare one encoding and write the other. Then what the file declares,
    /// then a guess.
    /// </summary>
    /// <param name="currency">The account's, which tells where the bank is.</param>
    public static DecodedText Decode(ReadOnlyMemory<byte> content, Encoding? declared, string? currency = null)
    {
        if (UnicodeMarks.Detect(content.Span) is { } marked)
        {
            if (marked is not UTF8Encoding || Utf8Evidence.IsNearly(content.Span)) return Decoded(content, marked);
            // The mark was put before bytes of another encoding.
            content = content[3..];
        }

        if (Utf8Evidence.IsNearly(content.Span)) return Decoded(content, Encoding.UTF8);
        return declared is null or UTF8Encoding or UnicodeEncoding
            ? Decoded(content, EncodingGuess.Of(content.Span, currency)) with { IsGuessed = true }
            : Decoded(content, declared);
    }

    /// <summary>The encoding that the user named, strictly.</summary>
    public static DecodedText DecodeAs(ReadOnlyMemory<byte> content, string name)
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
    public static DecodedText? TryDecodeAs(ReadOnlyMemory<byte> content, string name)
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

    private static DecodedText Decoded(ReadOnlyMemory<byte> content, Encoding encoding) =>
        new(Utf8Text.Of(content, encoding), encoding.WebName);
}
