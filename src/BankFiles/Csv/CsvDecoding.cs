namespace MyBudget.BankFiles.Csv;

/// <summary>A CSV file declares no encoding; the user may.</summary>
internal static class CsvDecoding
{
    public static DecodedText Decode(ReadOnlySpan<byte> content, string? encoding) =>
        string.IsNullOrWhiteSpace(encoding) ? TextDecoding.Decode(content, declared: null) : TextDecoding.DecodeAs(content, encoding.Trim());
}
