using System.Buffers;

namespace MyBudget.BankFiles.Csv;

/// <summary>Walks over the fields of one record.</summary>
internal ref struct CsvFields(ReadOnlySpan<byte> text, CsvSyntax syntax, int start, bool allowsLineBreaks)
{
    private readonly ReadOnlySpan<byte> _text = text;
    private int _at = start - 1;

    /// <summary>Where the delimiter or the line's end behind the field is.</summary>
    public int End { get; private set; }

    public int LineBreaks { get; private set; }

    public readonly bool IsLast => End >= _text.Length || _text[End] != syntax.Delimiter;

    /// <summary>False where a quoted field is never closed, or holds what looks like the next records.</summary>
    /// <param name="field">Takes what the field says, if somebody asks.</param>
    public bool TryNext(ArrayBufferWriter<byte>? field)
    {
        _at++;
        var begin = _at;
        while (begin < _text.Length && _text[begin] == ' ' && syntax.Delimiter != ' ') begin++;
        if (begin == _text.Length || _text[begin] != syntax.Quote)
        {
            EndPlain(field, _at, syntax.LengthOfPlain(_text[_at..]) + _at);
            return true;
        }

        var quoted = new CsvQuotedField(_text, syntax, begin + 1);
        if (quoted.TryRead(field, allowsLineBreaks))
        {
            (End, _at) = (quoted.End, quoted.End);
            LineBreaks += quoted.LineBreaks;
            return true;
        }

        if (allowsLineBreaks) return false;
        field?.ResetWrittenCount();
        // What is quoted by mistake may hide columns: the row is left too short, and is rejected.
        var end = _text[_at..].IndexOfAny((byte)'\r', (byte)'\n');
        EndPlain(field, begin, end < 0 ? _text.Length : _at + end);
        return true;
    }

    private void EndPlain(ArrayBufferWriter<byte>? field, int from, int end)
    {
        field?.Write(_text[from..end]);
        (End, _at) = (end, end);
    }
}
