using MyBudget.BankFiles;
using static MyBudget.Tests.BankFiles.BankFileText;

namespace MyBudget.Tests.BankFiles;

/// <summary>Signs tell the direction in OFX, unless no amount has a minus; where types contradict them it is asked.</summary>
public class OfxSignTests
{
    [Theory]
    [InlineData("DEBIT 12.50|DEBIT 10.00|CREDIT 90.00|DEBIT -10.00")]
    [InlineData("DEBIT 12.50|DEBIT 3.00|CREDIT -90.00|DEBIT 1.00")]
    [InlineData("CREDIT -90.00|CREDIT -2.00")]
    [InlineData("DEBIT 8.00|CREDIT 90.00|OTHER -2.00")]
    public void types_that_contradict_the_signs_are_asked(string rows)
    {
        var refused = Refuse(Of(rows));

        (refused.Code, string.Join(',', refused.Candidates)).ShouldBe(("direction-needed", "false,true"));
        Read(Of(rows), new CsvMapping { Negate = false }).Statements[0].Entries.Select(entry => entry.Amount).ShouldBe(Written(rows));
        Read(Of(rows), new CsvMapping { Negate = true }).Statements[0].Entries.Select(entry => entry.Amount).ShouldBe(Written(rows).Select(amount => -amount));
    }

    [Fact]
    public void types_can_be_said_to_tell_it() =>
        Amounts(Of("DEBIT 12.50|CREDIT 90.00|DEBIT -10.00"), new CsvMapping { IndicatorOut = ["debit"] }).ShouldBe([-12.50m, 90.00m, 10.00m]);

    [Theory]
    [InlineData("DEBIT +12.50|CREDIT +10.00", "-12.50 10.00")]
    [InlineData("DEBIT 12.50|CREDIT 90.00|DEBIT -0.00", "-12.50 90.00 0.00")]
    [InlineData("DEBIT -12.50|DEBIT -3.00|CREDIT 90.00|DEBIT 3.00", "-12.50 -3.00 90.00 3.00")]
    [InlineData("PAYMENT 5.00|DEBIT -3.00|XFER -2.00", "5.00 -3.00 -2.00")]
    [InlineData("CREDIT 5.00|OTHER -3.00", "5.00 -3.00")]
    public void what_does_not_contradict_is_read(string rows, string amounts) =>
        string.Join(' ', Amounts(Of(rows), null).Select(amount => amount.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture))).ShouldBe(amounts);

    [Fact]
    public void a_payment_to_a_card_is_money_in()
    {
        Amounts(Card("DEBIT 12.50|PAYMENT 10.00"), null).ShouldBe([-12.50m, 10.00m]);
        Amounts(Card("DEBIT -12.50|PAYMENT 10.00"), null).ShouldBe([-12.50m, 10.00m]);
        Refuse(Card("DEBIT 12.50|DEBIT 3.00|PAYMENT -90.00")).Code.ShouldBe("direction-needed");
    }

    private static IEnumerable<decimal> Amounts(string text, CsvMapping? mapping) => Read(text, mapping).Statements[0].Entries.Select(entry => entry.Amount);

    private static IEnumerable<decimal> Written(string rows) =>
        rows.Split('|').Select(row => decimal.Parse(row.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture));

    private static string Card(string rows) => Of(rows).Replace("STMTRS>", "CCSTMTRS>", StringComparison.Ordinal);

    private static string Of(string rows) => Sgml(string.Concat(rows.Split('|').Select((row, at) =>
        $"<STMTTRN><TRNTYPE>{row.Split(' ')[0]}<DTPOSTED>2026030{at + 1}<TRNAMT>{row.Split(' ')[1]}<FITID>{at}<NAME>N</STMTTRN>\n")));
}
