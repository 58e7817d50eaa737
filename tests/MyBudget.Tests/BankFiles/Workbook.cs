using System.IO.Compression;
using System.Text;

namespace MyBudget.Tests.BankFiles;

/// <summary>Writes the parts of a workbook as Excel does, one cell at a time.</summary>
internal sealed class Workbook(bool is1904 = false)
{
    private const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly List<(string Name, string State, string Rows)> _sheets = [];

    /// <summary>A cell as it is written: <c>date:</c> and a serial, <c>number:</c> and its digits, else a text.</summary>
    public Workbook Sheet(string name, params string[][] rows) => Sheet(name, "visible", rows);

    public Workbook Sheet(string name, string state, string[][] rows)
    {
        var text = new StringBuilder();
        for (var row = 0; row < rows.Length; row++)
        {
            text.Append("<row r=\"").Append(row + 1).Append("\">");
            for (var column = 0; column < rows[row].Length; column++)
            {
                var reference = $"{(char)('A' + column)}{row + 1}";
                text.Append(rows[row][column].Split(':', 2) switch
                {
                    ["date", var serial] => $"<c r=\"{reference}\" s=\"1\"><v>{serial}</v></c>",
                    ["number", var digits] => $"<c r=\"{reference}\" s=\"2\"><v>{digits}</v></c>",
                    [""] => "",
                    _ => $"<c r=\"{reference}\" t=\"inlineStr\"><is><t>{System.Security.SecurityElement.Escape(rows[row][column])}</t></is></c>",
                });
            }

            text.Append("</row>");
        }

        _sheets.Add((name, state, text.ToString()));
        return this;
    }

    public byte[] ToBytes() => Package(
    [
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"),
        ("_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
        ("xl/workbook.xml", $"<workbook {Main} xmlns:r=\"{Relations}\"><workbookPr date1904=\"{(is1904 ? 1 : 0)}\"/><sheets>"
            + string.Concat(_sheets.Select((sheet, i) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{i + 1}\" state=\"{sheet.State}\" r:id=\"r{i + 1}\"/>")) + "</sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + string.Concat(_sheets.Select((_, i) => $"<Relationship Id=\"r{i + 1}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))
            + $"<Relationship Id=\"s\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/></Relationships>"),
        ("xl/styles.xml", $"<styleSheet {Main}><cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/><xf numFmtId=\"3\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>"),
        .. _sheets.Select((sheet, i) => ($"xl/worksheets/sheet{i + 1}.xml", $"<worksheet {Main}><sheetData>{sheet.Rows}</sheetData></worksheet>")),
    ]);

    public static byte[] Package(IEnumerable<(string Name, string Content)> parts)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var stream = archive.CreateEntry(name, CompressionLevel.Optimal).Open();
                stream.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return bytes.ToArray();
    }
}
