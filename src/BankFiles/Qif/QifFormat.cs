namespace MyBudget.BankFiles.Qif;

/// <summary>Quicken's interchange format: a letter and a value on each line, <c>^</c> at the end of a record.</summary>
internal sealed class QifFormat : BankFileFormat
{
    private static readonly string[] Beginnings = ["!Type:", "!Account", "!Option:", "!Clear:"];

    public override string Name => "qif";

    public override IReadOnlyList<string> Extensions => [".qif"];

    public override bool Recognises(FileHead head) =>
        Array.Exists(Beginnings, beginning => head.Text.StartsWith(beginning, StringComparison.OrdinalIgnoreCase));

    /// <summary>No file declares its encoding; the user may.</summary>
    public override BankFile Read(ReadOnlyMemory<byte> content, BankFileOptions options)
    {
        var encoding = options.Csv?.Encoding;
        var text = string.IsNullOrWhiteSpace(encoding)
            ? TextDecoding.Decode(content, declared: null)
            : TextDecoding.DecodeAs(content, encoding.Trim());
        var reader = new QifReader(options, QifSettled.Of(options.Settled));
        return new BankFile(this, reader.Read(text)) { Settles = reader.Settles, Settled = reader.Settled };
    }
}
