namespace MyBudget.BankFiles.Camt;

/// <summary>ISO 20022 statements (camt.053) and reports of the day (camt.052), of any version.</summary>
internal sealed class CamtFormat : BankFileFormat
{
    public override string Name => "camt";

    public override IReadOnlyList<string> Extensions => [".xml", ".camt"];

    public override bool Recognises(FileHead head) =>
        head.Text.StartsWith('<')
        && (head.Text.Contains(CamtReader.Statements, StringComparison.Ordinal)
            || head.Text.Contains(CamtReader.Reports, StringComparison.Ordinal));

    public override BankFile Read(ReadOnlyMemory<byte> content, BankFileOptions options) =>
        new(EnsureWritten(options), CamtReader.Read(TextDecoding.Decode(content, XmlDeclaration.Encoding(content.Span)), options));
}
