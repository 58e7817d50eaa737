using System.Globalization;
using System.Text;

namespace MyBudget.IntegrationTests.Features.Imports;

/// <summary>Small bank files, written for these tests.</summary>
internal static class BankFixtures
{
    public const string Csv =
        """
        Date,Description,Amount,Reference
        2026-03-02,BAKERY 12 MAIN ST,-4.50,R1
        2026-03-03,EMPLOYER INC,2500.00,R2
        2026-03-05,GROCER,-61.20,R3
        """;

    /// <summary>Without ids of the bank, and with two equal coffees on one day.</summary>
    public const string Coffees =
        """
        Date,Description,Amount
        2026-03-02,COFFEE BAR,-3.50
        2026-03-02,COFFEE BAR,-3.50
        2026-03-03,TRAM,-2.80
        """;

    public static string Rows(params string[] rows) => "Date,Description,Amount\n" + string.Join('\n', rows) + "\n";

    public static string Checking(params string[] transactions) => Ofx(
        $"<BANKMSGSRSV1><STMTTRNRS><STMTRS>{Statement("BANKACCTFROM", "DE01-1", "<ACCTTYPE>CHECKING", transactions)}</STMTRS></STMTTRNRS></BANKMSGSRSV1>");

    public static string CreditCard(params string[] transactions) => Ofx(
        $"<CREDITCARDMSGSRSV1><CCSTMTTRNRS><CCSTMTRS>{Statement("CCACCTFROM", "4111-9", "", transactions)}</CCSTMTRS></CCSTMTTRNRS></CREDITCARDMSGSRSV1>");

    /// <summary>A checking and a savings account with one entry each.</summary>
    public static string TwoAccounts() => Ofx(
        $"""
        <BANKMSGSRSV1>
        <STMTTRNRS><STMTRS>{Statement("BANKACCTFROM", "DE01-1", "<ACCTTYPE>CHECKING", Entry("A1", "20260302", "-10.00", "SHOP"))}</STMTRS></STMTTRNRS>
        <STMTTRNRS><STMTRS>{Statement("BANKACCTFROM", "DE01-2", "<ACCTTYPE>SAVINGS", Entry("A1", "20260303", "7.00", "INTEREST"))}</STMTRS></STMTTRNRS>
        </BANKMSGSRSV1>
        """);

    public static string Entry(string id, string date, string amount, string name, string more = "") =>
        $"<STMTTRN>\n<TRNTYPE>OTHER\n<DTPOSTED>{date}\n<TRNAMT>{amount}\n<FITID>{id}\n<NAME>{name}\n{more}</STMTTRN>\n";

    public static string Many(int count)
    {
        var file = new StringBuilder("Date,Description,Amount,Reference\n");
        for (var index = 0; index < count; index++)
        {
            var date = new DateOnly(2020, 1, 1).AddDays(index / 10);
            file.AppendLine(CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd},SHOP {index % 97},-{index % 500}.{index % 100:00},N{index}");
        }

        return file.ToString();
    }

    private static string Statement(string from, string account, string type, params string[] transactions) =>
        $"<CURDEF>EUR\n<{from}><ACCTID>{account}\n{type}</{from}>\n<BANKTRANLIST>\n{string.Concat(transactions)}</BANKTRANLIST>";

    private static string Ofx(string messages) =>
        $"OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nSECURITY:NONE\nENCODING:USASCII\nCHARSET:1252\n\n<OFX>\n{messages}\n</OFX>\n";
}
