using CsvHelper;

namespace MyBudget.BankFiles.Csv;

/// <summary>One record and the physical line on which it begins.</summary>
internal readonly record struct CsvRecord(int Line, string[] Fields)
{
    public bool IsBlank => Array.TrueForAll(Fields, string.IsNullOrWhiteSpace);

    public ReadOnlySpan<char> this[int? column] => column is { } c && c < Fields.Length ? Fields[c].AsSpan().Trim() : [];

    public string Excerpt(string delimiter) => BankText.Excerpt(string.Join(delimiter, Fields.Take(32)));
}

/// <summary>Splits text into records by RFC 4180: quoted fields, doubled quotes, line ends within quotes. Blank records are left out.</summary>
internal static class CsvRecords
{
    /// <summary>No bank's record has more; the fields beyond are not kept.</summary>
    public const int MaxFields = 256;

    public static List<CsvRecord> Read(string text, int skipLines, string delimiter, int maxRecords)
    {
        var records = new List<CsvRecord>();
        if (ReadInto(records, text, skipLines, delimiter, maxRecords, allowsLineBreaks: true) is not { } openQuote) return records;

        // A quote that is never closed swallows the rest of the file: from its line on, a line is a record.
        records.RemoveAll(r => r.Line >= openQuote);
        ReadInto(records, text, openQuote - 1, delimiter, maxRecords, allowsLineBreaks: false);
        return records;
    }

    /// <summary>Answers the line of the record whose quote is never closed, if there is one.</summary>
    private static int? ReadInto(List<CsvRecord> records, string text, int skipLines, string delimiter, int maxRecords, bool allowsLineBreaks)
    {
        using var lines = new StringReader(text);
        for (var line = 0; line < skipLines; line++)
        {
            if (lines.ReadLine() is null) break;
        }

        int? openQuote = null;
        var options = CsvReaderOptions.Default with
        {
            Separator = delimiter[0],
            HasHeader = false,
            TrackLineNumbers = true,
            DetectSeparatorHint = false,
            AllowLineBreaksInQuotes = allowsLineBreaks,
            OnMalformedRecord = !allowsLineBreaks ? null : malformed =>
            {
                if (malformed.Reason == CsvMalformedReason.UnterminatedQuote) openQuote ??= skipLines + (int)malformed.LineNumber;
            },
        };
        try
        {
            using var reader = CsvReader.Create(lines, options, leaveOpen: true);
            while (records.Count < maxRecords && reader.Read())
            {
                var record = new CsvRecord(skipLines + (int)reader.LineNumber, Fields(reader));
                if (!record.IsBlank) records.Add(record);
            }
        }
        catch (CsvFormatException e)
        {
            throw new BankFileException("unknown-format", "The file is not a table of entries.", inner: e);
        }

        return openQuote;
    }

    private static string[] Fields(CsvReader reader)
    {
        var fields = new string[Math.Min(reader.FieldCount, MaxFields)];
        for (var i = 0; i < fields.Length; i++) fields[i] = reader.GetString(i);
        return fields;
    }
}
