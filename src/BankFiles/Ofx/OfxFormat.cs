namespace MyBudget.BankFiles.Ofx;

/// <summary>OFX 1 (SGML) and 2 (XML), and QFX, which is the same with marks of Intuit's.</summary>
internal sealed class OfxFormat : BankFileFormat
{
    public override string Name => "ofx";

    public override IReadOnlyList<string> Extensions => [".ofx", ".qfx"];

    public override bool Recognises(FileHead head) =>
        head.HasLine("OFXHEADER") || head.HasLine("<OFX>") || head.HasLine("<?OFX") || head.HasLine("<BANKTRANLIST>")
            || HasPrefixedRoot(head.Text);

    public override BankFile Read(ReadOnlyMemory<byte> content, BankFileOptions options) =>
        new(this, OfxReader.Read(
            string.IsNullOrWhiteSpace(options.Csv?.Encoding)
                ? OfxDecoding.Decode(content)
                : TextDecoding.DecodeAs(content, options.Csv.Encoding.Trim()),
            options));

    /// <summary>Such as <c>&lt;ns2:OFX xmlns:ns2="..."&gt;</c>.</summary>
    private static bool HasPrefixedRoot(string text) =>
        text.StartsWith('<')
        && (text.Contains(":OFX ", StringComparison.OrdinalIgnoreCase) || text.Contains(":OFX>", StringComparison.OrdinalIgnoreCase));
}
