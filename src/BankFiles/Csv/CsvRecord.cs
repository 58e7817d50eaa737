namespace MyBudget.BankFiles.Csv;

/// <summary>One record, the physical line on which it begins, and how many fields it has. What they hold is read where it is asked for.</summary>
internal readonly struct CsvRecord(CsvRecords source, int line, int start, int count, bool allowsLineBreaks)
{
    public CsvRecords Source => source;

    public int Line => line;

    public int Count => count;

    public string[] Fields => source.Fields(start, count, allowsLineBreaks);

    public bool IsBlank => Array.TrueForAll(Fields, string.IsNullOrWhiteSpace);

    public ReadOnlySpan<char> this[int? column] => (Field(column) ?? "").AsSpan().Trim();

    /// <summary>Clean and in one line; null where there is none.</summary>
    public string? TextOf(int? column) => Field(column) is { } field ? BankText.Clean(field) : null;

    public string Excerpt(string delimiter) => BankText.Excerpt(string.Join(delimiter, Fields.Take(32)));

    private string? Field(int? column) => column is { } c && c < count ? source.Field(start, c, allowsLineBreaks) : null;
}
