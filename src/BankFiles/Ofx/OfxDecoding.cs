namespace MyBudget.BankFiles.Ofx;

/// <summary>
/// Finds the encoding that an OFX file declares: <c>ENCODING</c> and <c>CHARSET</c> of an SGML header
/// (OFX 1.6 specification, section 2.2) or the XML declaration of OFX 2.
/// </summary>
internal static class OfxDecoding
{
    private const int HeaderBytes = 2048;

    public static DecodedText Decode(ReadOnlyMemory<byte> content)
    {
        var head = Encoding.Latin1.GetString(content.Span[..Math.Min(content.Length, HeaderBytes)]);
        var start = head.IndexOf("<OFX>", StringComparison.OrdinalIgnoreCase);
        return TextDecoding.Decode(content, Declared(start < 0 ? head : head[..start]));
    }

    private static Encoding? Declared(string header)
    {
        if (XmlDeclaration.EncodingName(header) is { } xml) return TextDecoding.Find(xml);
        var charset = HeaderValue(header, "CHARSET:");
        return FromCharset(charset) ?? FromCharset(HeaderValue(header, "ENCODING:"));
    }

    /// <summary>Banks write 1252, windows-1252, CP1252, 8859-1 and ISO-8859-1; NONE and USASCII tell nothing.</summary>
    private static Encoding? FromCharset(ReadOnlySpan<char> charset)
    {
        if (charset.IsEmpty || charset.SequenceEqual("NONE") || charset.SequenceEqual("USASCII")) return null;
        if (int.TryParse(charset, NumberStyles.None, CultureInfo.InvariantCulture, out var codePage)) return TextDecoding.Find(codePage);
        var name = charset.ToString();
        return TextDecoding.Find(name) ?? TextDecoding.Find("ISO-" + name);
    }

    private static ReadOnlySpan<char> HeaderValue(string header, string key)
    {
        var at = header.IndexOf(key, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return [];
        var value = header.AsSpan(at + key.Length).TrimStart(" \t");
        var end = value.IndexOfAny(" \t\r\n<");
        return end < 0 ? value : value[..end];
    }
}
