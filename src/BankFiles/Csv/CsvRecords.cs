namespace MyBudget.BankFiles.Csv;

/// <summary>
/// Splits text into records by RFC 4180 and what banks make of it: quoted fields with a blank before the quote, quotes
/// doubled or behind a backslash, line ends within quotes. Blank records are left out.
/// </summary>
internal sealed class CsvRecords
{
    /// <summary>No bank's record has more; the fields beyond are not kept.</summary>
    public const int MaxFields = 256;

    private readonly string _text;
    private readonly char _delimiter;
    private readonly char _quote;
    private readonly bool _escapes;
    private readonly List<string> _fields = new(16);
    private readonly StringBuilder _unquoted = new();
    private readonly CsvTexts _texts = new();
    private int _at;
    private int _line = 1;

    private CsvRecords(string text, char delimiter)
    {
        (_text, _delimiter) = (text, delimiter);
        _quote = CsvQuotes.IsSingle(text, delimiter) ? '\'' : '"';
        _escapes = CsvQuotes.Escapes(text, delimiter, _quote);
    }

    public static List<CsvRecord> Read(string text, int skipLines, string delimiter, int maxRecords)
    {
        var reader = new CsvRecords(text, delimiter[0]);
        for (var line = 0; line < skipLines && reader._at < text.Length; line++) reader.SkipLine();
        return reader.ReadAll(maxRecords);
    }

    private List<CsvRecord> ReadAll(int maxRecords)
    {
        var records = new List<CsvRecord>();
        while (_at < _text.Length && records.Count < maxRecords)
        {
            var (start, line) = (_at, _line);
            if (!TryReadRecord(allowsLineBreaks: true))
            {
                // A quote that was not meant as one swallowed lines: from its line on, a line is a record.
                (_at, _line) = (start, line);
                TryReadRecord(allowsLineBreaks: false);
            }

            var record = new CsvRecord(line, [.. _fields]);
            if (!record.IsBlank) records.Add(record);
        }

        return records;
    }

    /// <summary>False where a quoted field is never closed, or holds what looks like the next records.</summary>
    private bool TryReadRecord(bool allowsLineBreaks)
    {
        _fields.Clear();
        while (true)
        {
            if (!TryReadField(allowsLineBreaks, out var field)) return false;
            if (_fields.Count < MaxFields) _fields.Add(field);
            if (_at >= _text.Length) return true;
            if (_text[_at] == _delimiter)
            {
                _at++;
                continue;
            }

            EndLine();
            return true;
        }
    }

    private bool TryReadField(bool allowsLineBreaks, out string field)
    {
        var start = _at;
        while (start < _text.Length && _text[start] == ' ' && _delimiter != ' ') start++;
        if (start < _text.Length && _text[start] == _quote)
        {
            var quoted = new CsvQuotedField(_text, _delimiter, _quote, _escapes, start + 1);
            if (quoted.TryRead(_unquoted, allowsLineBreaks))
            {
                (field, _at) = (_texts.Of(_unquoted), quoted.End);
                _line += quoted.LineBreaks;
                return true;
            }

            field = "";
            if (allowsLineBreaks) return false;
            // What is quoted by mistake may hide columns: the row is left too short, and is rejected.
            var end = _text.AsSpan(_at).IndexOfAny('\r', '\n');
            field = _text[start..(end < 0 ? _text.Length : _at + end)];
            _at += end < 0 ? _text.Length - _at : end;
            return true;
        }

        var rest = _text.AsSpan(_at);
        var length = rest.IndexOfAny(_delimiter, '\r', '\n');
        if (length < 0) length = rest.Length;
        field = _texts.Of(rest[..length]);
        _at += length;
        return true;
    }

    private void SkipLine()
    {
        var end = _text.AsSpan(_at).IndexOfAny('\r', '\n');
        _at = end < 0 ? _text.Length : _at + end;
        EndLine();
    }

    private void EndLine()
    {
        if (_at < _text.Length && _text[_at] == '\r') _at++;
        if (_at < _text.Length && _text[_at] == '\n') _at++;
        _line++;
    }
}
