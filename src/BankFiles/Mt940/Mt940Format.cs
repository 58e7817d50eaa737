namespace MyBudget.BankFiles.Mt940;

/// <summary>SWIFT's customer statement (MT940), with or without the envelope of its blocks.</summary>
internal sealed class Mt940Format : BankFileFormat
{
    public override string Name => "mt940";

    public override IReadOnlyList<string> Extensions => [".sta", ".mt940", ".940", ".swi"];

    /// <summary>What only this message has: the balance before its entries.</summary>
    public override bool Recognises(FileHead head) => head.HasLine(":60F:") || head.HasLine(":60M:");

    /// <summary>The format knows ASCII alone; banks write more, and declare nothing. The user may.</summary>
    public override BankFile Read(ReadOnlyMemory<byte> content, BankFileOptions options)
    {
        var encoding = options.Csv?.Encoding;
        var text = string.IsNullOrWhiteSpace(encoding)
            ? TextDecoding.Decode(content, declared: null)
            : TextDecoding.DecodeAs(content, encoding.Trim());
        return new BankFile(EnsureWritten(options), new Mt940Reader(options).Read(text));
    }
}
