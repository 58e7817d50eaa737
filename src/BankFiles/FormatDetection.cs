using System.Buffers;

namespace MyBudget.BankFiles;

/// <summary>Tells the format of a file by how its text begins.</summary>
internal static class FormatDetection
{
    private const int HeadBytes = 1 << 14;

    private static readonly SearchValues<byte> Blanks = SearchValues.Create(" \t\r\n\0\u001A"u8);

    /// <summary>Null where the text is none that can be imported.</summary>
    public static BankFileFormat? Detect(ReadOnlySpan<byte> content, bool isSaidToBeCsv)
    {
        if (content.IndexOfAnyExcept(Blanks) < 0 || IsOnlyMark(content))
            throw new BankFileException("empty", "The file is empty.");

        var head = content[..Math.Min(content.Length, HeadBytes)];
        var text = (UnicodeMarks.Detect(content) ?? Encoding.Latin1).GetString(head).AsSpan().TrimStart("\uFEFF \t\r\n");
        if (StartsALine(text, "OFXHEADER") || StartsALine(text, "<OFX>") || StartsALine(text, "<?OFX")) return BankFileFormat.Ofx;
        if (isSaidToBeCsv) return BankFileFormat.Csv;
        return text.StartsWith('<') || text.StartsWith("!Type:", StringComparison.OrdinalIgnoreCase) || text.StartsWith("!Account")
            ? null
            : BankFileFormat.Csv;
    }

    private static bool IsOnlyMark(ReadOnlySpan<byte> content) =>
        content.Length <= 4 && UnicodeMarks.Detect(content)?.Preamble.SequenceEqual(content) == true;

    /// <summary>The mark counts only at the start of a line or behind another tag: a payee may be called anything.</summary>
    private static bool StartsALine(ReadOnlySpan<char> text, string mark)
    {
        for (var from = 0; from < text.Length;)
        {
            var at = text[from..].IndexOf(mark, StringComparison.OrdinalIgnoreCase);
            if (at < 0) return false;
            var before = text[..(from + at)].TrimEnd(" \t\uFEFF");
            if (before.IsEmpty || before[^1] is '\n' or '\r' or '>') return true;
            from += at + mark.Length;
        }

        return false;
    }
}
