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
        options = options with { Csv = mapping };
        var (statements, layout) = CsvStatementReader.Read(Text(content.ToArray(), options), options);
        return new BankFile(this, statements, layout);
    }

    private DecodedText Text(byte[] content, BankFileOptions options)
    {
        try
        {
            XlsxPackage.EnsureModest(content);
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(content, writable: false));
            var sheets = XlsxSheets.Read(reader, options.MaxRows);
            // A sheet of that name with other columns is another one.
            return options.Csv!.Sheet is null && XlsxSheets.Dated(sheets) is { Count: > 1 } dated && Settled(dated, options) is { } again
                ? again
                : new DecodedText(Encoding.UTF8.GetBytes(XlsxSheets.Choose(sheets, options.Csv.Sheet)), Name);
        }
        catch (Exception broken) when (broken is not (BankFileException or OutOfMemoryException))
        {
            // The library does not say what it throws for a file that is damaged or made to do harm.
            throw new BankFileException("malformed", "The workbook is damaged.", inner: broken);
        }
    }

    private DecodedText? Settled(List<XlsxText> sheets, BankFileOptions options)
    {
        foreach (var settled in options.Settled)
        {
            if (sheets.Find(sheet => string.Equals(sheet.Name, settled.Sheet, StringComparison.OrdinalIgnoreCase)) is not { } sheet) continue;
            var text = new DecodedText(Encoding.UTF8.GetBytes(sheet.ToString()), Name, Settled: "sheet");
            if (CsvSettledSearch.Find(text, options.Csv!.SkipLines ?? 0, options with { Settled = [settled] }) is not null) return text;
        }

        return null;
    }
}
