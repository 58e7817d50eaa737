namespace MyBudget.BankFiles;

/// <summary>How the text of a file begins, which is what tells its format.</summary>
internal readonly struct FileHead
{
    private const int Bytes = 1 << 14;

    private FileHead(string text, bool isWorkbook) => (Text, IsWorkbook) = (text, isWorkbook);

    /// <summary>Without marks and blanks before it; the letters of unknown encodings are wrong, those of ASCII right.</summary>
    public string Text { get; }

    /// <summary>An archive that has the parts of an Excel workbook.</summary>
    public bool IsWorkbook { get; }

    public static FileHead Of(ReadOnlySpan<byte> content)
    {
        if (IsPackage(content)) return new FileHead("", isWorkbook: true);
        var encoding = UnicodeMarks.Detect(content) ?? Encoding.Latin1;
        var text = encoding.GetString(content[..Math.Min(content.Length, Bytes)]);
        return new FileHead(text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n'), isWorkbook: false);
    }

    /// <summary>The mark counts only at the start of a line or behind another tag: a payee may be called anything.</summary>
    public bool HasLine(string mark)
    {
        for (var at = 0; (at = Text.IndexOf(mark, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += mark.Length)
        {
            var before = Text.AsSpan(0, at).TrimEnd(" \t\uFEFF");
            if (before.IsEmpty || before[^1] is '\n' or '\r' or '>') return true;
        }

        return false;
    }

    private static bool IsPackage(ReadOnlySpan<byte> content) =>
        content.StartsWith("PK\u0003\u0004"u8) && content.IndexOf("xl/workbook"u8) >= 0 && content.IndexOf("xl/workbook.bin"u8) < 0;
}
