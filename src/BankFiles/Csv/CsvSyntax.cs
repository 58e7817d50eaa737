namespace MyBudget.BankFiles.Csv;

/// <summary>How the fields of a text are told apart. All of it is ASCII, which in UTF-8 no other letter has a byte of.</summary>
internal readonly record struct CsvSyntax(byte Delimiter, byte Quote, bool Escapes)
{
    private const int Head = 4096;

    /// <summary>Told by the whole of the text.</summary>
    public static CsvSyntax Of(ReadOnlySpan<byte> text, byte delimiter)
    {
        var quote = (byte)(IsSingle(text, delimiter) ? '\'' : '"');
        return new CsvSyntax(delimiter, quote, HasEscapes(text, delimiter, quote));
    }

    /// <summary>How far it is to the delimiter or the line's end.</summary>
    public int LengthOfPlain(ReadOnlySpan<byte> rest) => rest.IndexOfAny(Delimiter, (byte)'\r', (byte)'\n') is >= 0 and var length ? length : rest.Length;

    /// <summary>
    /// A backslash before a quote escapes it where that quote cannot close a field; otherwise it may be a text's last
    /// letter: <c>"C:\"</c>.
    /// </summary>
    private static bool HasEscapes(ReadOnlySpan<byte> text, byte delimiter, byte quote)
    {
        for (int at; (at = text.IndexOf((byte)'\\')) >= 0 && at + 2 < text.Length; text = text[(at + 1)..])
        {
            if (text[at + 1] == quote && text[at + 2] != delimiter && text[at + 2] != quote && text[at + 2] is not ((byte)'\r' or (byte)'\n'))
                return true;
        }

        return false;
    }

    /// <summary>Single quotes are quotes where the table's first lines begin with them and hold no double ones.</summary>
    private static bool IsSingle(ReadOnlySpan<byte> text, byte delimiter)
    {
        var head = text[..Math.Min(text.Length, Head)];
        return !head.Contains((byte)'"') && head.StartsWith((byte)'\'') && head.Count([(byte)'\'', delimiter, (byte)'\'']) >= 2;
    }
}
