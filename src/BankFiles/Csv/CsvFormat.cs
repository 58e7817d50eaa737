namespace MyBudget.BankFiles.Csv;

/// <summary>Any table of entries as text; RFC 4180 and what banks make of it.</summary>
internal sealed class CsvFormat : BankFileFormat
{
    public override string Name => "csv";

    public override IReadOnlyList<string> Extensions => [".csv"];

    /// <summary>No table begins like markup, like JSON or like QIF.</summary>
    public override bool Recognises(FileHead head) =>
        !IsJson(head.Text) && !head.Text.StartsWith('<')
        && !head.Text.StartsWith("!Type:", StringComparison.OrdinalIgnoreCase)
        && !head.Text.StartsWith("!Account", StringComparison.Ordinal);

    private static bool IsJson(string text)
    {
        var first = text.AsSpan().TrimStart("[ \t\r\n");
        return first.Length < text.Length && text[0] == '[' ? first.StartsWith("{") || first.StartsWith("]") : text.StartsWith('{');
    }

    /// <summary>A CSV file declares no encoding; the user may.</summary>
    public override BankFile Read(ReadOnlyMemory<byte> content, BankFileOptions options)
    {
        var encoding = options.Csv?.Encoding;
        var text = string.IsNullOrWhiteSpace(encoding)
            ? TextDecoding.Decode(content, declared: null, options.Currency)
            : TextDecoding.DecodeAs(content, encoding.Trim());
        if (text.IsGuessed && CsvSettledSearch.InEncoding(content, options) is { } settled) text = settled;
        var (statements, layout) = CsvStatementReader.Read(text, options);
        return new BankFile(this, statements, layout);
    }
}
