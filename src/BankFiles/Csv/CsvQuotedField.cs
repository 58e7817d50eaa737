using System.Buffers;

namespace MyBudget.BankFiles.Csv;

/// <summary>Passes one quoted field, which begins behind its quote.</summary>
internal ref struct CsvQuotedField(ReadOnlySpan<byte> text, CsvSyntax syntax, int from)
{
    /// <summary>A day is told by so many bytes.</summary>
    private const int LongestBeginning = 120;

    private readonly ReadOnlySpan<byte> _text = text;

    /// <summary>Where the delimiter or the line's end behind the field is.</summary>
    public int End { get; private set; }

    public int LineBreaks { get; private set; }

    /// <summary>False where the field is never closed, or holds what looks like the next records.</summary>
    /// <param name="field">Takes what the field says, if somebody asks.</param>
    public bool TryRead(IBufferWriter<byte>? field, bool allowsLineBreaks)
    {
        for (var at = from; at < _text.Length; at++)
        {
            var next = _text[at..].IndexOfAny(syntax.Quote, (byte)'\\', (byte)'\n');
            if (next < 0) return false;
            field?.Write(_text.Slice(at, next));
            at += next;
            if (_text[at] == '\n')
            {
                if (!allowsLineBreaks || StartsRecord(at + 1)) return false;
                LineBreaks++;
                field?.Write("\n"u8);
            }
            else if (_text[at] == '\\')
            {
                if (syntax.Escapes && IsQuote(at + 1)) at++;
                field?.Write(_text.Slice(at, 1));
            }
            else if (IsQuote(at + 1))
            {
                at++;
                field?.Write(_text.Slice(at, 1));
            }
            else
            {
                Close(field, at + 1);
                return true;
            }
        }

        return false;
    }

    private readonly bool IsQuote(int at) => at < _text.Length && _text[at] == syntax.Quote;

    /// <summary>What stands between the closing quote and the delimiter is the bank's mistake, and kept.</summary>
    private void Close(IBufferWriter<byte>? field, int at)
    {
        var length = syntax.LengthOfPlain(_text[at..]);
        if (length > 0) field?.Write(_text.Slice(at, length).TrimEnd((byte)' '));
        End = at + length;
    }

    /// <summary>A line within quotes that begins with a date and a delimiter is a record of its own.</summary>
    private readonly bool StartsRecord(int at)
    {
        var line = _text.Slice(at, Math.Min(LongestBeginning, _text.Length - at));
        if (!line.IsEmpty && line[0] == syntax.Quote) line = line[1..];
        if (line.IsEmpty || !char.IsAsciiDigit((char)line[0])) return false;
        var end = line.IndexOfAny(syntax.Delimiter, syntax.Quote, (byte)'\n');
        return end > 0 && line[end] != '\n' && CsvDateParts.TrySplit(Encoding.UTF8.GetString(line[..end]), out _);
    }
}
