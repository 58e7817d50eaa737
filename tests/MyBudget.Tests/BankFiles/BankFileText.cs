using System.Text;
using MyBudget.BankFiles;

namespace MyBudget.Tests.BankFiles;

/// <summary>Reads files that a test writes as text.</summary>
internal static class BankFileText
{
    public const string SgmlHeader =
        "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nSECURITY:NONE\nENCODING:USASCII\nCHARSET:1252\nCOMPRESSION:NONE\nOLDFILEUID:NONE\nNEWFILEUID:NONE\n\n";

    public static BankFile Read(string text, CsvMapping? csv = null, int maxRows = 50_000) =>
        Read(Encoding.UTF8.GetBytes(text), csv, maxRows);

    public static BankFile Read(byte[] content, CsvMapping? csv = null, int maxRows = 50_000) =>
        BankFileReader.Read(content, "statement", new BankFileOptions { Csv = csv, MaxRows = maxRows });

    /// <summary>As for an account of a currency, which may be a card.</summary>
    public static BankFile ReadFor(string currency, string text, CsvMapping? csv = null, bool isDebt = false, int digits = 2) =>
        ReadFor(currency, Encoding.UTF8.GetBytes(text), csv, isDebt, digits);

    public static BankFile ReadFor(string currency, byte[] content, CsvMapping? csv = null, bool isDebt = false, int digits = 2) => BankFileReader.Read(
        content, "statement", new BankFileOptions { Csv = csv, Currency = currency, CurrencyDigits = digits, IsDebt = isDebt });

    public static string Amounts(BankFile file) => string.Join(
        ' ', file.Statements.SelectMany(s => s.Entries).OrderBy(e => e.Line).Select(e => e.Amount.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    public static BankFileException Refuse(string text, CsvMapping? csv = null, int maxRows = 50_000) =>
        Should.Throw<BankFileException>(() => Read(text, csv, maxRows));

    public static BankFileException Refuse(byte[] content) => Should.Throw<BankFileException>(() => Read(content));

    public static BankStatement Statement(string text, CsvMapping? csv = null) => Read(text, csv).Statements.ShouldHaveSingleItem();

    public static BankEntry Entry(string text, CsvMapping? csv = null) => Statement(text, csv).Entries.ShouldHaveSingleItem();

    public static RejectedLine Rejection(string text, CsvMapping? csv = null) => Statement(text, csv).Rejected.ShouldHaveSingleItem();

    public static byte[] In(string encoding, string text) => Find(encoding).GetBytes(text);

    /// <summary>An SGML bank statement around the given list content.</summary>
    public static string Sgml(string transactions) =>
        SgmlHeader + "<OFX><BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STMTRS><CURDEF>EUR\n"
        + "<BANKACCTFROM><BANKID>500<ACCTID>0012 345<ACCTTYPE>CHECKING</BANKACCTFROM>\n"
        + "<BANKTRANLIST><DTSTART>20260101<DTEND>20260131\n" + transactions
        + "</BANKTRANLIST><LEDGERBAL><BALAMT>150.25<DTASOF>20260131120000</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n";

    public static string Sgml(string date, string amount, string rest) =>
        Sgml($"<STMTTRN><TRNTYPE>OTHER<DTPOSTED>{date}<TRNAMT>{amount}<FITID>F-1{rest}</STMTTRN>\n");

    private static Encoding Find(string name) =>
        CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
}
