namespace MyBudget.BankFiles.Csv;

/// <summary>One record and the physical line on which it begins.</summary>
internal readonly record struct CsvRecord(int Line, string[] Fields)
{
    public bool IsBlank => Array.TrueForAll(Fields, string.IsNullOrWhiteSpace);

    public ReadOnlySpan<char> this[int? column] => column is { } c && c < Fields.Length ? Fields[c].AsSpan().Trim() : [];

    /// <summary>Clean and in one line; null where there is none.</summary>
    public string? TextOf(int? column) => column is { } c && c < Fields.Length ? BankText.Clean(Fields[c]) : null;

    public string Excerpt(string delimiter) => BankText.Excerpt(string.Join(delimiter, Fields.Take(32)));
}
