namespace MyBudget.BankFiles.Ofx;

/// <summary>OFX 1 (SGML) and 2 (XML), and QFX, which is the same with marks of Intuit's.</summary>
internal sealed class OfxFormat : BankFileFormat
{
    public override string Name => "ofx";

    public override IReadOnlyList<string> Extensions => [".ofx", ".qfx"];

    public override bool Recognises(FileHead head) => head.HasLine("OFXHEADER") || head.HasLine("<OFX>") || head.HasLine("<?OFX");

    public override BankFile Read(ReadOnlySpan<byte> content, BankFileOptions options) =>
        new(this, OfxReader.Read(OfxDecoding.Decode(content), options.MaxRows));
}
