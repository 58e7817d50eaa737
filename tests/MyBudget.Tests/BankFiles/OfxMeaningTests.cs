using MyBudget.BankFiles;
using static MyBudget.Tests.BankFiles.BankFileText;

namespace MyBudget.Tests.BankFiles;

/// <summary>What banks make of OFX, and what is meant by it.</summary>
public class OfxMeaningTests
{
    [Theory]
    [InlineData("-3,000 -7,250 -1,310.00", "-3000 -7250 -1310.00")]
    [InlineData("-3.000 -7.250,10", "-3000 -7250.10")]
    [InlineData("-40.000 -4.88000", "-40.000 -4.88000")]
    [InlineData("-14.90 -310,00", "-14.90 -310.00")]
    [InlineData("-3,000 -5.5", "-3000 -5.5")]
    public void amounts_are_read_by_what_they_prove_together(string written, string read) =>
        string.Join(' ', Statement(Sgml(string.Concat(written.Split(' ').Select(amount => Transaction("OTHER", amount)))).Replace("150.25", "150", StringComparison.Ordinal))
            .Entries.Select(entry => entry.Amount.ToString(System.Globalization.CultureInfo.InvariantCulture))).ShouldBe(read);

    [Theory]
    [InlineData("-3,000 -7,250")]
    [InlineData("-3,000 -1.50 -2,75")]
    public void amounts_that_prove_nothing_are_asked_for(string written)
    {
        // Without the balance, which has a point.
        var file = Sgml(string.Concat(written.Split(' ').Select(amount => Transaction("OTHER", amount)))).Replace("150.25", "150", StringComparison.Ordinal);

        Refuse(file).Code.ShouldBe("ambiguous-amounts");
        Statement(file, new CsvMapping { DecimalSeparator = '.' }).Entries[0].Amount.ShouldBe(-3000m);
    }

    [Fact]
    public void the_balance_proves_the_separator_too() => Entry(Sgml(Transaction("OTHER", "-3,000"))).Amount.ShouldBe(-3000m);

    [Fact]
    public void amounts_without_any_sign_go_by_their_type()
    {
        var statement = Statement(Sgml(
            Transaction("DEBIT", "8.00") + Transaction("CREDIT", "90.00") + Transaction("POS", "3.20") + Transaction("XFER", "5.00") + Transaction("FEE", "1.00")));

        statement.Entries.Select(entry => entry.Amount).ShouldBe([-8.00m, 90.00m, -3.20m, -1.00m]);
        statement.Rejected.ShouldHaveSingleItem().Code.ShouldBe("bad-indicator");
    }

    [Fact]
    public void a_plus_is_no_minus() =>
        Statement(Sgml(Transaction("DEBIT", "8.00") + Transaction("CREDIT", "90.00") + Transaction("OTHER", "+2.00")))
            .Entries.Select(entry => entry.Amount).ShouldBe([-8.00m, 90.00m]);

    [Theory]
    [InlineData("2026-02-07")]
    [InlineData("2026/02/07")]
    [InlineData("20260207T101500")]
    [InlineData("20260207101500Z")]
    [InlineData("20260207101500-0500")]
    [InlineData("20260207101500.000 +0100")]
    [InlineData("20260207101500GMT")]
    public void the_day_is_plain_however_time_and_zone_are_written(string written) =>
        Entry(Sgml(written, "1.00", "")).Date.ShouldBe(new DateOnly(2026, 2, 7));

    [Fact]
    public void the_account_is_bank_number_and_kind()
    {
        var statements = Read(Sgml(Transaction("OTHER", "1")).Replace("<STMTTRNRS>", "<STMTTRNRS><STMTRS><BANKACCTFROM><BANKID>7<ACCTID>0012 345<ACCTTYPE>SAVINGS</BANKACCTFROM>"
            + "<BANKTRANLIST></BANKTRANLIST></STMTRS></STMTTRNRS><STMTTRNRS>", StringComparison.Ordinal)).Statements;

        statements.Select(statement => (statement.BankAccount, statement.Bank, statement.AccountKind)).ShouldBe([("0012 345", "7", "savings"), ("0012 345", "500", "checking")]);
    }

    [Fact]
    public void a_replaced_entry_is_left_out_and_said()
    {
        var statement = Statement(Sgml(
            "<STMTTRN><DTPOSTED>20260105<TRNAMT>-5<FITID>P1<NAME>SHOP</STMTTRN>"
            + "<STMTTRN><DTPOSTED>20260105<TRNAMT>-6<FITID>P2<NAME>SHOP<CORRECTFITID>P1<CORRECTACTION>REPLACE</STMTTRN>"));

        statement.Entries.ShouldHaveSingleItem().ShouldSatisfyAllConditions(entry => entry.Amount.ShouldBe(-6m), entry => entry.Corrects.ShouldBe(new BankCorrection("P1", IsDeletion: false)));
        statement.Rejected.ShouldHaveSingleItem().Code.ShouldBe("corrected");
    }

    [Fact]
    public void a_deleted_entry_is_left_out_with_what_deletes_it()
    {
        var statement = Statement(Sgml(
            "<STMTTRN><DTPOSTED>20260105<TRNAMT>-6<FITID>P2<CORRECTFITID>P1<CORRECTACTION>DELETE</STMTTRN>"
            + "<STMTTRN><DTPOSTED>20260105<TRNAMT>-5<FITID>P1<NAME>SHOP</STMTTRN><STMTTRN><DTPOSTED>20260105<TRNAMT>-7<FITID>P3</STMTTRN>"));

        statement.Entries.ShouldHaveSingleItem().BankId.ShouldBe("P3");
        statement.Rejected.Select(line => line.Code).ShouldBe(["correction", "corrected"]);
    }

    [Fact]
    public void a_correction_of_an_earlier_file_is_handed_on() =>
        Entry(Sgml("20260105", "-6", "<CORRECTFITID>OLD<CORRECTACTION>REPLACE")).Corrects.ShouldBe(new BankCorrection("OLD", IsDeletion: false));

    [Fact]
    public void movements_of_securities_are_counted()
    {
        var statement = Statement("<OFX><INVSTMTRS><CURDEF>USD<INVACCTFROM><BROKERID>b.example<ACCTID>9</INVACCTFROM><INVTRANLIST>"
            + "<BUYSTOCK><INVBUY><INVTRAN><FITID>1<DTTRADE>20260105<MEMO>Shares</INVTRAN><UNITS>10<TOTAL>-500.00</INVBUY><BUYTYPE>BUY</BUYSTOCK>"
            + "<INCOME><INVTRAN><FITID>2<DTTRADE>20260106</INVTRAN><INCOMETYPE>DIV<TOTAL>12.00</INCOME>"
            + "<INVBANKTRAN><STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260107<TRNAMT>+100<FITID>3</STMTTRN><SUBACCTFUND>CASH</INVBANKTRAN>"
            + "<TRANSFER><INVTRAN><FITID>4<DTTRADE>20260108</INVTRAN></TRANSFER></INVTRANLIST></INVSTMTRS></OFX>");

        (statement.Bank, statement.Entries.ShouldHaveSingleItem().Amount).ShouldBe(("b.example", 100m));
        statement.Rejected.Select(line => line.Code).ShouldBe(["investment-entry", "investment-entry", "investment-entry"]);
        statement.Rejected[0].Text.ShouldBe("BUYSTOCK 20260105 -500.00 Shares");
    }

    [Theory]
    [InlineData("OFXHEADER:100\nDATA:OFXSGML\n\n<BANKTRANLIST><DTSTART>20260101", "</BANKTRANLIST>")]
    [InlineData("<BANKTRANLIST>", "</BANKTRANLIST>")]
    [InlineData("OFXHEADER:100\n\n<OFX><BANKMSGSRSV1><BANKTRANLIST>", "</BANKTRANLIST></BANKMSGSRSV1></OFX>")]
    [InlineData("<?xml version=\"1.0\"?><x:OFX xmlns:x=\"urn:x\"><STMTRS><BANKTRANLIST>", "</BANKTRANLIST></STMTRS></x:OFX>")]
    [InlineData("<?xml version=\"1.0\"?>\n<x:OFX xmlns:x=\"urn:x\"><x:STMTRS><x:BANKTRANLIST>", "</x:BANKTRANLIST></x:STMTRS></x:OFX>")]
    public void a_list_is_read_whatever_stands_around_it(string before, string after)
    {
        var statement = Statement(before + Transaction("OTHER", "-5.00") + after);

        statement.Entries.ShouldHaveSingleItem().Amount.ShouldBe(-5.00m);
        statement.Rejected.ShouldBeEmpty();
    }

    [Fact]
    public void the_banks_own_error_is_told()
    {
        const string status = "<STATUS><CODE>2000<SEVERITY>ERROR<MESSAGE>Try again &amp; later</STATUS>";

        var refused = Refuse(SgmlHeader + $"<OFX><BANKMSGSRSV1><STMTTRNRS><TRNUID>1{status}</STMTTRNRS></BANKMSGSRSV1></OFX>");
        (refused.Code, refused.Detail).ShouldBe(("bank-error", "Try again & later (2000)"));
        var rejected = Rejection(Sgml("").Replace("<STMTTRNRS>", $"<STMTTRNRS>{status}</STMTTRNRS><STMTTRNRS>", StringComparison.Ordinal));
        (rejected.Code, rejected.Text).ShouldBe(("bank-error", "Try again & later (2000)"));
    }

    [Theory]
    [InlineData("TPAY &amp;lt;DEFTPYMT&amp;gt;", "TPAY <DEFTPYMT>")]
    [InlineData("A &amp;amp; B", "A & B")]
    public void what_was_escaped_twice_is_read(string written, string read) => Entry(Sgml("20260101", "1", "<NAME>" + written)).Payee.ShouldBe(read);

    private static string Transaction(string type, string amount) => $"<STMTTRN><TRNTYPE>{type}<DTPOSTED>20260105<TRNAMT>{amount}</STMTTRN>\n";
}
