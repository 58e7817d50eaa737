using System.Buffers;

namespace MyBudget.BankFiles.Csv;

/// <summary>
/// Splits text into records by RFC 4180 and what banks make of it: quoted fields with a blank before the quote, quotes
/// doubled or behind a backslash, line ends within quotes. Blank records are left out.
/// </summary>
/// <remarks>Only where records begin is kept: the fields of a large file as strings of their own would take several times the file.</remarks>
internal sealed class CsvRecords
{
    /// <summary>No bank's record has more; the fields beyond are not kept.</summary>
    public const int MaxFields = 256;

    private static readonly SearchValues<byte> LettersAndDigits = SearchValues.Create(
        [.. Enumerable.Range(0, 0x80).Where(code => char.IsAsciiLetterOrDigit((char)code)).Select(code => (byte)code)]);

    private readonly ReadOnlyMemory<byte> _text;
    private readonly CsvSyntax _syntax;
    private readonly ArrayBufferWriter<byte> _field = new();
    private int _at;
    private int _line = 1;

    private CsvRecords(ReadOnlyMemory<byte> text, char delimiter) => (_text, _syntax) = (text, CsvSyntax.Of(text.Span, (byte)delimiter));

    /// <summary>What is to be read instead of a field.</summary>
    public Func<string, string>? Rewrite { get; set; }

    public static List<CsvRecord> Read(ReadOnlyMemory<byte> text, int skipLines, string delimiter, int maxRecords)
    {
        var reader = new CsvRecords(text, delimiter[0]);
        for (var line = 0; line < skipLines && reader._at < text.Length; line++) reader.SkipLine();
        return reader.ReadAll(maxRecords);
    }

    public string Field(int start, int column, bool allowsLineBreaks)
    {
        var fields = new CsvFields(_text.Span, _syntax, start, allowsLineBreaks);
        for (var i = 0; i < column; i++) fields.TryNext(null);
        return Next(ref fields);
    }

    public string[] Fields(int start, int count, bool allowsLineBreaks)
    {
        var fields = new CsvFields(_text.Span, _syntax, start, allowsLineBreaks);
        var texts = new string[count];
        for (var i = 0; i < count; i++) texts[i] = Next(ref fields);
        return texts;
    }

    private string Next(ref CsvFields fields)
    {
        _field.ResetWrittenCount();
        fields.TryNext(_field);
        var text = Encoding.UTF8.GetString(_field.WrittenSpan);
        return Rewrite is null ? text : Rewrite(text);
    }

    private List<CsvRecord> ReadAll(int maxRecords)
    {
        var records = new List<CsvRecord>();
        while (_at < _text.Length && records.Count < maxRecords)
        {
            var (start, line) = (_at, _line);
            // A quote that was not meant as one swallowed lines: from its line on, a line is a record.
            var record = TryReadRecord(start, line, allowsLineBreaks: true) ?? TryReadRecord(start, line, allowsLineBreaks: false)!.Value;
            var hasText = _text.Span[start.._at].ContainsAny(LettersAndDigits);
            if (hasText || !record.IsBlank) records.Add(record);
        }

        return records;
    }

    /// <summary>Null where a quoted field is never closed, or holds what looks like the next records.</summary>
    private CsvRecord? TryReadRecord(int start, int line, bool allowsLineBreaks)
    {
        var fields = new CsvFields(_text.Span, _syntax, start, allowsLineBreaks);
        var count = 0;
        do
        {
            if (!fields.TryNext(null)) return null;
            count++;
        }
        while (!fields.IsLast);

        (_at, _line) = (fields.End, line + fields.LineBreaks);
        EndLine();
        return new CsvRecord(this, line, start, Math.Min(count, MaxFields), allowsLineBreaks);
    }

    private void SkipLine()
    {
        var end = _text.Span[_at..].IndexOfAny((byte)'\r', (byte)'\n');
        _at = end < 0 ? _text.Length : _at + end;
        EndLine();
    }

    private void EndLine()
    {
        var text = _text.Span;
        if (_at < text.Length && text[_at] == '\r') _at++;
        if (_at < text.Length && text[_at] == '\n') _at++;
        _line++;
    }
}
