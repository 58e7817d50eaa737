using ExcelDataReader;
using MyBudget.BankFiles.Csv;

namespace MyBudget.BankFiles.Xlsx;

/// <summary>
/// A workbook of Excel, which is read as the table that its cells make. Macros, formulas and what is linked are never looked at.
/// </summary>
internal sealed class XlsxFormat : BankFileFormat
{
    /// <summary>The library asks for it, though no workbook of this format is written in it.</summary>
    static XlsxFormat() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public override string Name => "xlsx";

    public override IReadOnlyList<string> Extensions => [".xlsx", ".xlsm"];

    public override bool Recognises(FileHead head) => head.IsWorkbook;

    public override BankFile Read(ReadOnlyMemory<byte> content, BankFileOptions options)
    {
        var mapping = (options.Csv ?? new CsvMapping()) with { Delimiter = ",", Encoding = null };
        var text = Text(
            content.ToArray(), mapping.Sheet, [.. options.Settled.Select(settled => settled.Sheet).OfType<string>()], options.MaxRows);
        var (statements, layout) = CsvStatementReader.Read(new DecodedText(Encoding.UTF8.GetBytes(text), Name), options with { Csv = mapping });
        return new BankFile(this, statements, layout);
    }

    private static string Text(byte[] content, string? sheet, IReadOnlyList<string> settled, int maxRows)
    {
        try
        {
            XlsxPackage.EnsureModest(content);
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(content, writable: false));
            return XlsxSheets.Choose(XlsxSheets.Read(reader, maxRows), sheet, settled);
        }
        catch (Exception broken) when (broken is not (BankFileException or OutOfMemoryException))
        {
            // The library does not say what it throws for a file that is damaged or made to do harm.
            throw new BankFileException("malformed", "The workbook is damaged.", inner: broken);
        }
    }
}
