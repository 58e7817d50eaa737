namespace MyBudget.BankFiles.Csv;

/// <summary>One record and the physical line on which it begins.</summary>
internal readonly record struct CsvRecord(int Line, string[] Fields)
{
    public bool IsBlank => Array.TrueForAll(Fields, string.IsNullOrWhiteSpace);

    public ReadOnlySpan<char> this[int? column] => column is { } c && c < Fields.Length ? Fields[c].AsSpan().Trim() : [];

    public string Excerpt(string delimiter) => BankText.Excerpt(string.Join(delimiter, Fields.Take(32)));
}
