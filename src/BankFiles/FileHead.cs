namespace MyBudget.BankFiles;

/// <summary>How the text of a file begins, which is what tells its format.</summary>
internal readonly struct FileHead
{
    private const int Bytes = 1 << 14;

    private FileHead(string text) => Text = text;

    /// <summary>Without marks and blanks before it; the letters of unknown encodings are wrong, those of ASCII right.</summary>
    public string Text { get; }

    public static FileHead Of(ReadOnlySpan<byte> content)
    {
        var encoding = UnicodeMarks.Detect(content) ?? Encoding.Latin1;
        return new FileHead(encoding.GetString(content[..Math.Min(content.Length, Bytes)]).TrimStart('\uFEFF', ' ', '\t', '\r', '\n'));
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
}
