namespace MyBudget.BankFiles;

/// <summary>Finds the encoding that an XML file declares.</summary>
internal static class XmlDeclaration
{
    private const int HeaderBytes = 512;

    public static Encoding? Encoding(ReadOnlySpan<byte> content)
    {
        var head = System.Text.Encoding.Latin1.GetString(content[..Math.Min(content.Length, HeaderBytes)]);
        return EncodingName(head) is { } name ? TextDecoding.Find(name) : null;
    }

    public static string? EncodingName(string header)
    {
        var at = header.IndexOf("encoding=", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        var value = header.AsSpan(at + "encoding=".Length);
        if (value.Length < 2 || value[0] is not ('"' or '\'')) return null;
        var end = value[1..].IndexOf(value[0]);
        return end < 0 ? null : value.Slice(1, end).ToString();
    }
}
