using System.Text;
using static MyBudget.Tests.BankFiles.BankFileText;

namespace MyBudget.Tests.BankFiles;

/// <summary>What is not read is called by its name.</summary>
public class ForeignFormatTests
{
    [Theory]
    [InlineData("[{\"date\":\"2026-01-20\",\"amount\":-12.5}]", "JSON")]
    [InlineData("{ \"transactions\": [] }", "JSON")]
    [InlineData("[]", "JSON")]
    [InlineData("<!DOCTYPE html>\n<html><body><table></table></body></html>", "a web page (HTML)")]
    [InlineData("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.054.001.08\"><BkToCstmrDbtCdtNtfctn/></Document>", "CAMT.054 (notification)")]
    [InlineData("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.09\"><CstmrCdtTrfInitn/></Document>", "PAIN.001 (payment order)")]
    [InlineData("<?xml version=\"1.0\"?><a/>", "XML")]
    [InlineData(":20:X\n:25:1\n:34F:EUR0,\n:13D:2601201200+0100\n:61:260203C2,00NTRFNONREF\n", "MT942 (interim report)")]
    [InlineData("!TRNS\tTRNSID\tTRNSTYPE\tDATE\n", "IIF (QuickBooks)")]
    [InlineData("11010002000000000012601012601312000000000100009783NAME OF THE OWNER          \n22    0200260103260103", "Norma 43")]
    [InlineData("0130004    00315EUR2 00012345678  010126                                                  0000000001234B                \n0430004    0", "CFONB 120")]
    [InlineData("01,122099999,123456789,260201,0200,1,80,1,2/\n02,031001234,122099999,1,260201,0000,USD,2/\n", "BAI2")]
    public void texts(string text, string name)
    {
        var refused = Refuse(text);

        (refused.Code, refused.Detail).ShouldBe(("unknown-format", name));
        refused.Message.ShouldContain("CAMT.053");
        refused.Candidates.ShouldBe(["ofx", "qif", "camt", "mt940", "xlsx", "csv"]);
    }

    [Theory]
    [InlineData("%PDF-1.7", "binary", "a PDF document")]
    [InlineData("PK\u0003\u0004mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "compressed", "a document of OpenOffice or LibreOffice (ODS)")]
    [InlineData("PK\u0003\u0004 xl/workbook.bin", "compressed", "a binary Excel workbook (XLSB)")]
    [InlineData("PK\u0003\u0004a.csv", "compressed", "an archive (ZIP)")]
    public void bytes(string text, string code, string name)
    {
        var refused = Refuse(Encoding.Latin1.GetBytes(text));

        (refused.Code, refused.Detail).ShouldBe((code, name));
    }

    [Fact]
    public void an_old_workbook() => Refuse([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]).Message.ShouldContain("XLS");

    [Fact]
    public void a_table_is_not_taken_for_one_of_them() => Entry("[Date],Payee,Amount\n2026-01-20,Shop,-1.00\n").Amount.ShouldBe(-1.00m);
}
