namespace MyBudget.BankFiles;

/// <summary>
/// How a CSV file was read; the fields mean what they mean in <see cref="CsvMapping"/>. There are no headers where the file
/// has none.
/// </summary>
internal sealed record CsvLayout(
    string Delimiter, string Encoding, bool HasHeader, int SkipLines, string DateFormat, char DecimalSeparator, bool Negate,
    IReadOnlyList<string> Headers, CsvColumns Columns);

/// <summary>0-based column indexes; null where the file has no such column.</summary>
internal sealed record CsvColumns
{
    public required int Date { get; init; }
    public int? Amount { get; init; }
    public int? Debit { get; init; }
    public int? Credit { get; init; }
    public int? Indicator { get; init; }
    public int? Payee { get; init; }
    public int? Memo { get; init; }
    public int? BankId { get; init; }
    public int? CheckNumber { get; init; }
    public int? Currency { get; init; }
    public int? Category { get; init; }
    public int? Balance { get; init; }
    public int? Account { get; init; }
    public int? Status { get; init; }
}
