using System.Globalization;
using CsCheck;
using MyBudget.BankFiles;
using static MyBudget.Tests.BankFiles.BankFileText;

namespace MyBudget.Tests.BankFiles;

public class CsvAmountTests
{
    private static string File(params string[] amounts) =>
        "Date\tPayee\tAmount\n" + string.Concat(amounts.Select(a => $"2026-01-01\tA\t{a}\n"));

    private static string[] Amounts(BankStatement statement) =>
        statement.Entries.Select(e => e.Amount.ToString(CultureInfo.InvariantCulture)).ToArray();

    [Theory]
    [InlineData("1.234,56", "1234.56")]
    [InlineData("1,234.56", "1234.56")]
    [InlineData("1'234.56", "1234.56")]
    [InlineData("1\u2019234.56", "1234.56")]
    [InlineData("1 234,56", "1234.56")]
    [InlineData("1\u00A0234,56", "1234.56")]
    [InlineData("1\u202F234\u202F567,89", "1234567.89")]
    [InlineData("12,34,567.80", "1234567.80")]
    [InlineData("1.234,56-", "-1234.56")]
    [InlineData("(12.50)", "-12.50")]
    [InlineData("($12.50)", "-12.50")]
    [InlineData("-$12.50", "-12.50")]
    [InlineData("$-12.50", "-12.50")]
    [InlineData("+12.50", "12.50")]
    [InlineData("\u221212,50 €", "-12.50")]
    [InlineData("€ 12,5", "12.5")]
    [InlineData("CHF 12.50", "12.50")]
    [InlineData("-12.50 USD", "-12.50")]
    [InlineData("1 234,50 ₽", "1234.50")]
    [InlineData("12,50 zł", "12.50")]
    [InlineData("12.50 CR", "12.50")]
    [InlineData("12.50DR", "-12.50")]
    [InlineData("0,125", "0.125")]
    [InlineData("1234,567", "1234.567")]
    [InlineData("100", "100")]
    [InlineData("-0.00", "0.00")]
    public void reads(string written, string amount) => Amounts(Statement(File(written))).ShouldBe([amount]);

    [Theory]
    [InlineData("12abc")]
    [InlineData("1e5")]
    [InlineData("--5")]
    [InlineData("0x1F")]
    [InlineData("1..5")]
    [InlineData("12,50.30,1")]
    [InlineData("NaN")]
    [InlineData("=1+1")]
    [InlineData("1234567890123456789")]
    [InlineData("١٢")]
    public void rejects(string written)
    {
        var statement = Statement(File("1.50", written));

        statement.Entries.Count.ShouldBe(1);
        statement.Rejected.ShouldHaveSingleItem().ShouldSatisfyAllConditions(r => r.Code.ShouldBe("bad-amount"), r => r.Line.ShouldBe(3));
    }

    [Fact]
    public void decides_the_decimal_separator_by_all_rows()
    {
        Amounts(Statement(File("1.500", "2,50"))).ShouldBe(["1500", "2.50"]);
        Amounts(Statement(File("1,500", "2.50"))).ShouldBe(["1500", "2.50"]);
        Amounts(Statement(File("1.500", "1.000.000"))).ShouldBe(["1500", "1000000"]);
    }

    [Fact]
    public void asks_whether_three_digits_are_thousands_or_thousandths()
    {
        Refuse(File("1.500", "20")).Code.ShouldBe("ambiguous-amounts");
        Amounts(Statement(File("1.500"), new CsvMapping { DecimalSeparator = ',' })).ShouldBe(["1500"]);
        Amounts(Statement(File("1.500"), new CsvMapping { DecimalSeparator = '.' })).ShouldBe(["1.500"]);
        Refuse(File("1.50"), new CsvMapping { DecimalSeparator = 'x' }).Code.ShouldBe("bad-mapping");
    }

    [Fact]
    public void rejects_a_row_that_contradicts_the_others() =>
        Statement(File("1.25", "2.50", "3,75")).Rejected.ShouldHaveSingleItem().Code.ShouldBe("bad-amount");

    [Fact]
    public void a_debit_is_money_out_and_a_negative_one_among_others_is_taken_back()
    {
        var statement = Statement("""
            Date,Description,Paid out,Paid in
            2026-01-01,A,5.00,
            2026-01-02,B,-6.00,
            2026-01-03,C,,7.00
            2026-01-04,D,0.00,8.00
            2026-01-05,E,9.00,0.00
            2026-01-06,F,,
            2026-01-07,G,1.00,2.00
            2026-01-08,H,-,3.00
            2026-01-09,I,4.00
            """);

        Amounts(statement).ShouldBe(["-5.00", "6.00", "7.00", "8.00", "-9.00", "3.00", "-4.00"]);
        statement.Rejected.Select(r => (r.Line, r.Code)).ShouldBe([(7, "missing-amount"), (8, "bad-amount")]);
    }

    [Theory]
    [InlineData("DR/CR", "DR", "CR")]
    [InlineData("D/C", "D", "C")]
    [InlineData("Type", "Debit", "CREDIT")]
    [InlineData("Af Bij", "Af", "Bij")]
    [InlineData("Soll/Haben", "S", "H")]
    public void an_indicator_tells_the_direction(string header, string debit, string credit) =>
        Amounts(Statement($"Date,Description,{header},Amount\n2026-01-01,A,{debit},1.00\n2026-01-02,B,{credit},2.00\n")).ShouldBe(["-1.00", "2.00"]);

    [Fact]
    public void rejects_an_indicator_that_tells_nothing_and_passes_over_a_type_of_another_kind()
    {
        Rejection("Date,Description,Type,Amount\n2026-01-01,A,DEBIT,1.00\n2026-01-02,B,CREDIT,2.00\n2026-01-03,C,ATM,3.00\n").Code.ShouldBe("bad-indicator");
        Amounts(Statement("Date,Description,Type,Amount\n2026-01-01,A,Card,-1.00\n2026-01-02,B,Transfer,2.00\n")).ShouldBe(["-1.00", "2.00"]);
    }

    [Fact]
    public void every_amount_survives_every_way_of_writing_it() =>
        Gen.Select(Gen.Long[-999_999_999_999, 999_999_999_999], Gen.Int[0, 3], Gen.OneOf("", ",", ".", "'", " ", "\u00A0", "\u202F"), Gen.Bool, Gen.Bool)
            .Where((_, _, group, isComma, _) => !group.Equals(isComma ? "," : ".", StringComparison.Ordinal))
            .Sample((minor, scale, group, isComma, isTrailing) =>
            {
                var amount = minor / new[] { 1m, 10m, 100m, 1000m }[scale];
                var format = (NumberFormatInfo)CultureInfo.InvariantCulture.NumberFormat.Clone();
                format.NumberGroupSeparator = group;
                format.NumberDecimalSeparator = isComma ? "," : ".";
                var digits = Math.Abs(amount).ToString("N" + scale, format);
                var text = amount >= 0 ? digits : isTrailing ? digits + "-" : "-" + digits;

                BankAmount.TryParse(text, isComma ? ',' : '.', out var read).ShouldBeTrue(text);
                read.ShouldBe(amount);
                read.Scale.ShouldBe((byte)scale);
            });
}
