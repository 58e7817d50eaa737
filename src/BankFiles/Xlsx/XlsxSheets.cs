using ExcelDataReader;

namespace MyBudget.BankFiles.Xlsx;

/// <summary>Finds the sheet of a workbook that has the entries.</summary>
internal static class XlsxSheets
{
    private const int MaxSheets = 100;

    /// <summary>The last row and column that Excel itself knows.</summary>
    private const int MaxRow = 1_048_576;
    private const int MaxColumn = 16_384;

    public static List<XlsxText> Read(IExcelDataReader reader, int maxRows)
    {
        var sheets = new List<XlsxText>();
        do
        {
            if (reader.VisibleState != "visible") continue;
            if (sheets.Count == MaxSheets || reader.FieldCount > MaxColumn)
                throw new BankFileException("malformed", "The workbook has more sheets or columns than Excel knows.");
            var sheet = new XlsxText(reader.Name ?? "", maxRows);
            for (var row = 0; row < MaxRow && reader.Read(); row++) sheet.Add(reader);
            sheets.Add(sheet);
        }
        while (reader.NextResult());

        return sheets;
    }

    /// <summary>Where several may have the entries, the user says which: one of them alone might not be all there is.</summary>
    public static string Choose(List<XlsxText> sheets, string? name)
    {
        if (name is not null)
        {
            return sheets.Find(sheet => string.Equals(sheet.Name, name, StringComparison.OrdinalIgnoreCase))?.ToString()
                ?? throw new BankFileException("unknown-sheet", $"The workbook has no sheet '{BankText.Excerpt(name)}'.", Names(sheets));
        }

        var dated = Dated(sheets);
        if (dated.Count > 1)
            throw new BankFileException(
                "sheet-needed", "More than one sheet of the workbook has entries. Say which is to be imported.", Names(dated));
        return (dated.FirstOrDefault() ?? sheets.Find(sheet => sheet.HasRows))?.ToString()
            ?? throw new BankFileException("empty", "The workbook has no rows.");
    }

    /// <summary>Those that may have the entries.</summary>
    public static List<XlsxText> Dated(List<XlsxText> sheets) => sheets.FindAll(sheet => sheet.HasEntries);

    private static List<string> Names(List<XlsxText> sheets) => sheets.ConvertAll(sheet => BankText.Excerpt(sheet.Name));
}
