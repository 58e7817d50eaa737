using System.IO.Compression;
using System.Text;
using MyBudget.BankFiles;
using static MyBudget.Tests.BankFiles.BankFileText;

namespace MyBudget.Tests.BankFiles;

public class BankFileFormatTests
{
    private const string Csv = "Date,Description,Amount\n2026-01-01,Café 5 €,-1.00\n";

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t\n")]
    [InlineData("\uFEFF")]
    public void refuses_an_empty_file(string text) => Refuse(text).Code.ShouldBe("empty");

    [Fact]
    public void refuses_archives_whatever_they_are_called()
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true)) archive.CreateEntry("a.csv");
        using var gzip = new MemoryStream();
        using (var stream = new GZipStream(gzip, CompressionLevel.Fastest, leaveOpen: true)) stream.Write("Date,Amount"u8);

        foreach (var content in new[] { zip.ToArray(), gzip.ToArray(), [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4] })
        {
            Should.Throw<BankFileException>(() => BankFileReader.Read(content, "statement.csv", BankFileOptions.Default))
                .Code.ShouldBe("compressed");
        }
    }

    [Theory]
    [InlineData("%PDF-1.7\nDate,Amount\n2026-01-01,5")]
    [InlineData("\u007FELF")]
    [InlineData("Date,Amount\n\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0001\u0002\u0003\u0004")]
    public void refuses_binary_files(string text) => Refuse(text).Code.ShouldBe("binary");

    [Theory]
    [InlineData("<html><body><table><tr><td>2026-01-01</td></tr></table></body></html>")]
    [InlineData("<?xml version=\"1.0\"?><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"/>")]
    [InlineData("Dear customer,\nplease find nothing here.\n")]
    [InlineData("{\"date\":\"2026-01-01\"}")]
    public void refuses_other_formats(string text) => Refuse(text).Code.ShouldBe("unknown-format");

    [Fact]
    public void goes_by_content_not_by_name()
    {
        BankFileReader.Read(Encoding.UTF8.GetBytes(Sgml("")), "statement.csv", BankFileOptions.Default).Format.Name.ShouldBe("ofx");
        BankFileReader.Read(Encoding.UTF8.GetBytes(Csv), "statement.ofx", BankFileOptions.Default).Format.Name.ShouldBe("csv");
        Entry("Date,Description,Amount\n2026-01-01,pay <OFX> now,-1.00\n").Payee.ShouldBe("pay <OFX> now");
    }

    [Theory]
    [InlineData("utf-8", "utf-8")]
    [InlineData("windows-1252", "windows-1252")]
    [InlineData("utf-16", "utf-16")]
    [InlineData("utf-16BE", "utf-16BE")]
    public void reads_csv_in(string encoding, string told)
    {
        var file = Read(In(encoding, Csv));

        file.Layout!.Encoding.ShouldBe(told);
        file.Statements[0].Entries[0].Payee.ShouldBe("Café 5 €");
    }

    [Fact]
    public void passes_over_byte_order_marks()
    {
        foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            var file = Read([.. encoding.GetPreamble(), .. encoding.GetBytes(Csv)]);
            (file.Layout!.Headers[0], file.Layout.Encoding).ShouldBe(("Date", encoding.WebName));
        }
    }

    [Fact]
    public void tells_cyrillic_from_western_bytes()
    {
        var russian = Read(In("windows-1251", "Дата;Описание;Сумма\n01.02.2026;Магазин у дома;-10,50\n"));
        (russian.Layout!.Encoding, russian.Statements[0].Entries[0].Payee).ShouldBe(("windows-1251", "Магазин у дома"));

        var german = Read(In("windows-1252", "Datum;Empfänger;Betrag\n01.02.2026;Käsehäuschen Müßiggängöß;-10,50\n"));
        (german.Layout!.Encoding, german.Statements[0].Entries[0].Payee).ShouldBe(("windows-1252", "Käsehäuschen Müßiggängöß"));
    }

    [Fact]
    public void reads_the_encoding_that_the_user_names()
    {
        var content = In("koi8-r", "Дата;Описание;Сумма\n01.02.2026;Магазин;-10,50\n");

        Read(content, new CsvMapping { Encoding = "koi8-r" }).Statements[0].Entries[0].Payee.ShouldBe("Магазин");
        Should.Throw<BankFileException>(() => Read(content, new CsvMapping { Encoding = "utf-8" })).Code.ShouldBe("bad-encoding");
        Should.Throw<BankFileException>(() => Read(content, new CsvMapping { Encoding = "klingon" })).Code.ShouldBe("bad-encoding");
    }

    [Theory]
    [InlineData("USASCII", "1252", "windows-1252", "Müller")]
    [InlineData("USASCII", "1251", "windows-1251", "Магазин")]
    [InlineData("USASCII", "ISO-8859-1", "iso-8859-1", "Müller")]
    [InlineData("USASCII", "8859-2", "iso-8859-2", "Łódź")]
    [InlineData("UTF-8", "NONE", "utf-8", "Łódź Магазин")]
    [InlineData("UNICODE", "NONE", "utf-16", "Łódź Магазин")]
    [InlineData("USASCII", "1252", "utf-8", "Łódź Магазин")]
    [InlineData("UTF-8", "NONE", "windows-1252", "Müller")]
    public void reads_ofx_in_the_encoding_it_declares_or_really_has(string encoding, string charset, string real, string payee)
    {
        var text = Sgml("20260101", "1", "<NAME>" + payee)
            .Replace("ENCODING:USASCII\nCHARSET:1252", $"ENCODING:{encoding}\nCHARSET:{charset}", StringComparison.Ordinal);

        Read(In(real, text)).Statements[0].Entries[0].Payee.ShouldBe(payee);
    }
}
