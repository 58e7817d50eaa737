using MyBudget.BankFiles;
using static MyBudget.Tests.BankFiles.BankFileText;

namespace MyBudget.Tests.BankFiles;

public class OfxReaderTests
{
    [Fact]
    public void reads_a_bank_statement_whose_elements_are_not_closed()
    {
        var file = Read(Sgml("<STMTTRN>\n<TRNTYPE>CHECK\n<DTPOSTED>20260112120000.000[-5:EST]\n<TRNAMT>-34.51\n<FITID>A7\n<CHECKNUM>319\n"
            + "<NAME>ELECTRIC BILL\n<MEMO>January\n</STMTTRN>\n"));

        file.Format.Name.ShouldBe("ofx");
        var statement = file.Statements.ShouldHaveSingleItem();
        (statement.BankAccount, statement.AccountKind, statement.Currency).ShouldBe(("0012 345", "checking", "EUR"));
        statement.Balance.ShouldBe(new StatementBalance(150.25m, new DateOnly(2026, 1, 31)));
        statement.Rejected.ShouldBeEmpty();
        statement.Entries.ShouldHaveSingleItem().ShouldBe(new BankEntry(
            14, new DateOnly(2026, 1, 12), -34.51m, "ELECTRIC BILL", "January", "A7", Currency: null, "319", CategoryHint: null, Pending: false));
    }

    [Fact]
    public void reads_xml_with_several_accounts_cdata_and_windows_line_ends()
    {
        var file = Read("""
            <?xml version="1.0" encoding="us-ascii"?>
            <?OFX OFXHEADER="200" VERSION="211" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"?>
            <OFX>
              <!-- <STMTTRN> in a comment -->
              <BANKMSGSRSV1><STMTTRNRS><STMTRS>
                <CURDEF>USD</CURDEF><BANKACCTFROM><ACCTID>91</ACCTID><ACCTTYPE>SAVINGS</ACCTTYPE></BANKACCTFROM>
                <BANKTRANLIST><STMTTRN><DTPOSTED>20260103</DTPOSTED><TRNAMT>+5</TRNAMT><FITID>1</FITID>
                  <NAME><![CDATA[SHOP <A> & CO  ]]></NAME><MEMO></MEMO></STMTTRN></BANKTRANLIST>
              </STMTRS></STMTTRNRS></BANKMSGSRSV1>
              <CREDITCARDMSGSRSV1><CCSTMTTRNRS><CCSTMTRS>
                <CURDEF>USD</CURDEF><CCACCTFROM><ACCTID>4111</ACCTID></CCACCTFROM><BANKTRANLIST/>
              </CCSTMTRS></CCSTMTTRNRS></CREDITCARDMSGSRSV1>
              <INVSTMTMSGSRSV1><INVSTMTTRNRS><INVSTMTRS>
                <CURDEF>USD</CURDEF><INVACCTFROM><BROKERID>b</BROKERID><ACCTID>77</ACCTID></INVACCTFROM>
                <INVTRANLIST><INVBANKTRAN><STMTTRN><DTPOSTED>20260104</DTPOSTED><TRNAMT>12.5</TRNAMT><FITID>9</FITID></STMTTRN>
                <SUBACCTFUND>CASH</SUBACCTFUND></INVBANKTRAN></INVTRANLIST>
              </INVSTMTRS></INVSTMTTRNRS></INVSTMTMSGSRSV1>
            </OFX>
            """.ReplaceLineEndings("\r\n"));

        file.Statements.Select(s => (s.BankAccount, s.AccountKind, s.Entries.Count))
            .ShouldBe([("91", "savings", 1), ("4111", "creditCard", 0), ("77", "investment", 1)]);
        file.Statements.ShouldAllBe(s => s.Rejected.Count == 0);
        var entry = file.Statements[0].Entries[0];
        (entry.Line, entry.Payee, entry.Memo, entry.Amount).ShouldBe((7, "SHOP <A> & CO", null, 5m));
    }

    [Fact]
    public void reads_an_xml_header_above_an_sgml_body()
    {
        var entry = Entry("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n<?OFX OFXHEADER=\"200\"?>\n<OFX>\n<CCSTMTRS>\n<CURDEF>AUD\n"
            + "<BANKTRANLIST>\n<STMTTRN>\n<DTPOSTED>20260508000000\n<TRNAMT>-5.50\n<FITID>1\n<MEMO>ONLY A MEMO\n</STMTTRN>\n</BANKTRANLIST>\n</CCSTMTRS>\n</OFX>");

        (entry.Payee, entry.Memo).ShouldBe(("ONLY A MEMO", null));
    }

    [Fact]
    public void reads_a_header_on_one_line() =>
        Entry("OFXHEADER:100DATA:OFXSGML VERSION:102 ENCODING:UTF-8 CHARSET:NONE <OFX><STMTRS><STMTTRN><DTPOSTED>20260101<TRNAMT>1</STMTTRN></STMTRS></OFX>")
            .Amount.ShouldBe(1m);

    [Theory]
    [InlineData("20260131", "2026-01-31")]
    [InlineData("202601312359", "2026-01-31")]
    [InlineData("20260131235959", "2026-01-31")]
    [InlineData("20260131235959.999[-11:SST]", "2026-01-31")]
    [InlineData("20260101000000[+14:LINT]", "2026-01-01")]
    [InlineData("20240229", "2024-02-29")]
    public void takes_the_calendar_date_that_is_written(string written, string date) =>
        Entry(Sgml(written, "1.00", "")).Date.ShouldBe(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("20250229")]
    [InlineData("20261301")]
    [InlineData("2026-1-1")]
    [InlineData("202601")]
    [InlineData("02010101")]
    [InlineData("20260101junk")]
    public void rejects_what_is_no_date(string written) => Rejection(Sgml(written, "1.00", "")).Code.ShouldBe("bad-date");

    [Theory]
    [InlineData("-200,00", "-200.00")]
    [InlineData("+1234.5", "1234.5")]
    [InlineData("1,234.56", "1234.56")]
    [InlineData("-1.234,56", "-1234.56")]
    [InlineData("1,234,567", "1234567")]
    [InlineData("0.001", "0.001")]
    [InlineData(".5", "0.5")]
    public void reads_decimal_points_and_commas(string written, string amount) =>
        Entry(Sgml("20260101", written, "")).Amount.ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe(amount);

    [Theory]
    [InlineData("abc", "bad-amount")]
    [InlineData("1e5", "bad-amount")]
    [InlineData("1.2.3", "bad-amount")]
    [InlineData("99999999999999999999", "bad-amount")]
    [InlineData("", "missing-amount")]
    public void rejects_a_bad_amount_alone(string written, string code)
    {
        var statement = Statement(Sgml($"<STMTTRN><DTPOSTED>20260101<TRNAMT>{written}<FITID>1</STMTTRN>\n<STMTTRN><DTPOSTED>20260102<TRNAMT>2<FITID>2</STMTTRN>\n"));

        statement.Entries.ShouldHaveSingleItem().BankId.ShouldBe("2");
        var rejected = statement.Rejected.ShouldHaveSingleItem();
        (rejected.Line, rejected.Code).ShouldBe((14, code));
    }

    [Fact]
    public void falls_back_to_the_day_of_the_user_and_rejects_none_at_all()
    {
        Entry(Sgml("00000000", "1", "<DTUSER>20260105")).Date.ShouldBe(new DateOnly(2026, 1, 5));
        Rejection(Sgml("", "1", "")).Code.ShouldBe("missing-date");
    }

    [Theory]
    [InlineData("<NAME>A<MEMO>B", "A", "B")]
    [InlineData("<NAME>A<MEMO>A", "A", null)]
    [InlineData("<PAYEE><NAME>P<CITY>X</PAYEE><MEMO>B", "P", "B")]
    [InlineData("<MEMO>B", "B", null)]
    [InlineData("<NAME>\n<MEMO>B", "B", null)]
    [InlineData("<BANKACCTTO><ACCTID>9</BANKACCTTO>", null, null)]
    [InlineData("<NAME>AT&T &amp; &lt;Co&gt; &#233;&nbsp;&#x20AC;", "AT&T & <Co> é €", null)]
    [InlineData("<NAME>a < b <> c<MEMO>x <b and c> y", "a < b <> c", "x <b and c> y")]
    [InlineData("<NAME>x &xxe; y", "x &xxe; y", null)]
    public void takes_payee_and_memo(string fields, string? payee, string? memo)
    {
        var entry = Entry(Sgml("20260101", "-1", fields));

        (entry.Payee, entry.Memo).ShouldBe((payee, memo));
    }

    [Fact]
    public void keeps_the_entrys_currency_but_not_the_one_it_was_converted_from()
    {
        Entry(Sgml("20260101", "1", "<CURRENCY><CURRATE>1.1<CURSYM>usd</CURRENCY>")).Currency.ShouldBe("USD");
        Entry(Sgml("20260101", "1", "<ORIGCURRENCY><CURRATE>1.1<CURSYM>USD</ORIGCURRENCY>")).Currency.ShouldBeNull();
    }

    [Fact]
    public void marks_pending_entries()
    {
        var statement = Statement(SgmlHeader + "<OFX><STMTRS><BANKTRANLIST><STMTTRN><DTPOSTED>20260101<TRNAMT>1</STMTTRN></BANKTRANLIST>"
            + "<BANKTRANLISTP><DTASOF>20260102<STMTTRNP><TRNTYPE>POS<DTTRAN>20260102<TRNAMT>-2<NAME>Later</STMTTRNP></BANKTRANLISTP></STMTRS></OFX>");

        statement.Entries.Select(e => (e.Date.Day, e.Pending)).ShouldBe([(1, (bool?)false), (2, true)]);
    }

    [Fact]
    public void drops_an_identifier_that_the_bank_repeats_for_different_entries()
    {
        var statement = Statement(Sgml("<STMTTRN><DTPOSTED>20260101<TRNAMT>1<FITID>X</STMTTRN><STMTTRN><DTPOSTED>20260101<TRNAMT>2<FITID>X</STMTTRN>"
            + "<STMTTRN><DTPOSTED>20260101<TRNAMT>3<FITID>Y</STMTTRN><STMTTRN><DTPOSTED>20260101<TRNAMT>3<FITID>Y</STMTTRN>"));

        statement.Entries.Select(e => e.BankId).ShouldBe([null, null, "Y", "Y"]);
    }

    [Fact]
    public void takes_no_identifier_and_no_check_number_from_zeros()
    {
        var entry = Entry(Sgml("<STMTTRN><DTPOSTED>20260101<TRNAMT>1<FITID>0<CHECKNUM>000</STMTTRN>"));

        (entry.BankId, entry.CheckNumber).ShouldBe((null, null));
    }

    [Fact]
    public void rejects_a_text_that_is_too_long_instead_of_cutting_it()
    {
        Entry(Sgml("20260101", "1", "<NAME>" + new string('n', 2000))).Payee!.Length.ShouldBe(2000);
        var rejected = Rejection(Sgml("20260101", "1", "<NAME>" + new string('n', 2001)));
        (rejected.Code, rejected.Text!.Length).ShouldBe(("text-too-long", 203));
    }

    [Fact]
    public void says_that_a_file_without_statements_has_none() =>
        Refuse(SgmlHeader + "<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>15500<SEVERITY>ERROR</STATUS></SONRS></SIGNONMSGSRSV1></OFX>")
            .Code.ShouldBe("no-statement");

    [Fact]
    public void counts_rows()
    {
        var transactions = string.Concat(Enumerable.Repeat("<STMTTRN><DTPOSTED>20260101<TRNAMT>1</STMTTRN>", 20));

        Refuse(Sgml(transactions), maxRows: 10).Code.ShouldBe("too-many-rows");
        Read(Sgml(transactions), maxRows: 21).Statements[0].Entries.Count.ShouldBe(20);
    }

    [Fact]
    public void the_encoding_that_the_user_says_wins_over_a_wrong_declaration()
    {
        var content = In("windows-1251", Sgml("20260105", "-6.00", "<NAME>Кафе").Replace("USASCII", "1252", StringComparison.Ordinal));

        Read(content, new CsvMapping { Encoding = "windows-1251" }).Statements[0].Entries[0].Payee.ShouldBe("Кафе");
    }
}
