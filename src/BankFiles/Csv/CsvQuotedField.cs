namespace MyBudget.BankFiles.Csv;

/// <summary>Reads one quoted field, which begins behind its quote.</summary>
internal ref struct CsvQuotedField(string text, char delimiter, char quote, bool escapes, int from)
{
    /// <summary>Where the delimiter or the line's end behind the field is.</summary>
    public int End { get; private set; }

    public int LineBreaks { get; private set; }

    /// <summary>False where the field is never closed, or holds what looks like the next records.</summary>
    public bool TryRead(StringBuilder field, bool allowsLineBreaks)
    {
        field.Clear();
        for (var at = from; at < text.Length; at++)
        {
            var next = text.AsSpan(at).IndexOfAny(quote, '\\', '\n');
            if (next < 0) return false;
            field.Append(text, at, next);
            at += next;
            if (text[at] == '\n')
            {
                if (!allowsLineBreaks || StartsRecord(at + 1)) return false;
                LineBreaks++;
                field.Append('\n');
            }
            else if (text[at] == '\\')
            {
                if (!escapes || at + 1 >= text.Length || text[at + 1] != quote) field.Append('\\');
                else field.Append(text[++at]);
            }
            else if (at + 1 < text.Length && text[at + 1] == quote)
            {
                field.Append(text[++at]);
            }
            else
            {
                Close(field, at + 1);
                return true;
            }
        }

        return false;
    }

    /// <summary>What stands between the closing quote and the delimiter is the bank's mistake, and kept.</summary>
    private void Close(StringBuilder field, int at)
    {
        var rest = text.AsSpan(at);
        var length = rest.IndexOfAny(delimiter, '\r', '\n');
        if (length < 0) length = rest.Length;
        if (length > 0) field.Append(rest[..length].TrimEnd(' '));
        End = at + length;
    }

    /// <summary>A line within quotes that begins with a date and a delimiter is a record of its own.</summary>
    private readonly bool StartsRecord(int at)
    {
        var line = text.AsSpan(at, Math.Min(80, text.Length - at));
        if (!line.IsEmpty && line[0] == quote) line = line[1..];
        if (line.IsEmpty || !char.IsAsciiDigit(line[0])) return false;
        var end = line.IndexOfAny(delimiter, quote, '\n');
        return end > 0 && line[end] != '\n' && CsvDateParts.TrySplit(line[..end], out _);
    }
}
