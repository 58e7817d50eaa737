using MyBudget.BankFiles;
using static MyBudget.Tests.BankFiles.BankFileText;

namespace MyBudget.Tests.BankFiles;

/// <summary>Directions that are written in signs and digits, that are missing, or that a balance before each entry seems to turn.</summary>
public class CsvDirectionEvidenceTests
{
    [Theory]
    [InlineData("-1", "1")]
    [InlineData("-1", "+1")]
    [InlineData("0", "1")]
    [InlineData("2", "1")]
    [InlineData("\u2193", "\u2191")]
    [InlineData("A-", "A+")]
    public void words_that_differ_by_signs_and_digits_are_different(string wordOut, string wordIn)
    {
        var text = $"Date;Text;Sign;Amount\n03.02.2026;A;{wordOut};7,50\n13.02.2026;B;{wordIn};90,00\n14.02.2026;C;{wordOut};1,00\n";

        Refuse(text).ShouldSatisfyAllConditions(asked => asked.Code.ShouldBe("direction-needed"), asked => asked.Candidates.ShouldBe([wordOut, wordIn]));
        Amounts(Read(text, new CsvMapping { Indicator = "Sign", IndicatorOut = [wordOut] })).ShouldBe("-7.50 90.00 -1.00");
        var settled = Read(text, new CsvMapping { Indicator = "Sign", IndicatorIn = [wordIn] }).Layout!.Settles!;
        Amounts(With(settled, text)).ShouldBe("-7.50 90.00 -1.00");
    }

    [Theory]
    [InlineData("Dr/Cr", "", "")]
    [InlineData("Soll/Haben", "", "")]
    [InlineData("Af Bij", "X", "X")]
    [InlineData("借贷标志", "Q", "Q")]
    [InlineData("P/D", "D", "D")]
    public void a_column_for_the_direction_that_tells_nothing_is_asked(string header, string word, string candidate)
    {
        var text = $"Date;Text;{header};Amount\n03.02.2026;A;{word};7,50\n13.02.2026;B;{word};90,00\n";

        foreach (var isDebt in new[] { false, true })
        {
            var asked = Should.Throw<BankFileException>(() => ReadFor("EUR", text, isDebt: isDebt));
            (asked.Code, asked.Candidates.ShouldHaveSingleItem()).ShouldBe(("direction-needed", candidate));
        }

        Amounts(Read(text, new CsvMapping { Indicator = header, IndicatorOut = [candidate] })).ShouldBe("-7.50 -90.00");
        Amounts(Read(text, new CsvMapping { Negate = true })).ShouldBe("-7.50 -90.00");
    }

    [Theory]
    [InlineData("W/D", "D", "7.50 90.00")]
    [InlineData("D/W", "W", "-7.50 -90.00")]
    [InlineData("MD/D", "D", "7.50 90.00")]
    [InlineData("MD/D", "MD", "-7.50 -90.00")]
    [InlineData("Type", "POS", "7.50 90.00")]
    public void one_letter_of_two_in_the_header_is_enough(string header, string word, string amounts) =>
        Amounts(Read($"Date;Text;{header};Amount\n03.02.2026;A;{word};7,50\n13.02.2026;B;{word};90,00\n")).ShouldBe(amounts);

    [Theory]
    [InlineData("", "03.02.2026;A;?\n13.02.2026;B;-7,50\n14.02.2026;C;-90,00\n")]
    [InlineData("", "03.02.2026;A;?\n03.02.2026;A;?\n03.02.2026;A;?\n13.02.2026;B;-7,50\n14.02.2026;C;-90,00\n")]
    [InlineData(";Rate", "13.02.2026;B;-7,50;1.0500\n14.02.2026;C;-90,00;1.0600\n")]
    public void a_minus_is_one_whatever_other_lines_and_columns_hold(string more, string rows)
    {
        var file = Read($"Date;Payee;Amount{more}\n{rows}");

        (Amounts(file), file.Layout!.Signs).ShouldBe(("-7.50 -90.00", CsvSigns.AllOut));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void one_line_that_cannot_be_read_does_not_undo_what_was_settled(bool isCard)
    {
        const string columns = "Date;Payee;Amount\n";
        var first = columns + (isCard ? "03.01.2026;A;10,00\n13.01.2026;B;20,00\n" : "03.01.2026;A;-10,00\n13.01.2026;B;20,00\n");
        var settled = ReadFor("EUR", first, new CsvMapping { Negate = isCard ? true : null }, isCard).Layout!.Settles!;
        const string next = columns + "03.02.2026;A;?\n13.02.2026;B;-7,50\n14.02.2026;C;-90,00\n";

        if (isCard) Should.Throw<BankFileException>(() => With(settled, next, isCard)).Code.ShouldBe("direction-needed");
        else Amounts(With(settled, next, isCard)).ShouldBe("-7.50 -90.00");
    }

    [Theory]
    [InlineData("03,-6.00,500.00|04,-15.00,494.00|05,100.00,479.00|06,-4.00,579.00", "-6.00 -15.00 100.00 -4.00")]
    [InlineData("06,-4.00,579.00|05,100.00,479.00|04,-15.00,494.00|03,-6.00,500.00", "-4.00 100.00 -15.00 -6.00")]
    [InlineData("03,6.00,494.00|04,15.00,479.00|05,-100.00,579.00|06,4.00,575.00", "-6.00 -15.00 100.00 -4.00")]
    [InlineData("06,4.00,575.00|05,-100.00,579.00|04,15.00,479.00|03,6.00,494.00", "-4.00 100.00 -15.00 -6.00")]
    public void a_balance_before_each_entry_is_told_from_turned_signs_by_the_days(string rows, string amounts)
    {
        var file = Read("Date,Text,Amount,Balance\n" + string.Concat(rows.Split('|').Select(row => $"2026-02-{row[..3]}A,{row[3..]}\n")));

        (Amounts(file), file.Statements[0].BalanceCheck).ShouldBe((amounts, BalanceCheck.Proved));
    }

    [Fact]
    public void the_balance_at_the_end_is_the_one_after_the_last_entry() => Statement(
        "Date,Text,Amount,Balance\n2026-02-03,A,-6.00,500.00\n2026-02-04,A,-15.00,494.00\n2026-02-05,A,100.00,479.00\n").Balance!.Amount.ShouldBe(579m);

    [Fact]
    public void where_all_is_of_one_day_it_is_asked()
    {
        const string text = "Date,Text,Amount,Balance\n2026-02-03,A,-6.00,500.00\n2026-02-03,A,-15.00,494.00\n2026-02-03,A,100.00,479.00\n";

        Refuse(text).ShouldSatisfyAllConditions(asked => asked.Code.ShouldBe("direction-needed"), asked => asked.Candidates.ShouldBe(["true", "false"]));
        Amounts(Read(text, new CsvMapping { Negate = false })).ShouldBe("-6.00 -15.00 100.00");
    }

    [Fact]
    public void so_it_is_where_both_agree() => Refuse(
        "Date,Text,Amount,Balance\n2026-02-03,A,-10.00,100.00\n2026-02-04,B,10.00,90.00\n").Code.ShouldBe("direction-needed");

    [Theory]
    [InlineData("Date;Text;Duguje;Potražuje;Saldo\n03.02.2026;A;7,50;0,00;92,50\n13.02.2026;B;0,00;90,00;182,50\n", "-7.50 90.00")]
    [InlineData("Date;Text;Xa;Xb;Saldo\n03.02.2026;A;0,00;90,00;190,00\n13.02.2026;B;7,50;0,00;182,50\n", "90.00 -7.50")]
    [InlineData("Date;Text;Xa;Xb;Saldo\n03.02.2026;A;;90,00;190,00\n13.02.2026;B;7,50;;182,50\n", "90.00 -7.50")]
    public void two_columns_that_take_turns_are_one_pair(string text, string amounts)
    {
        var file = Read(text);

        (Amounts(file), file.Statements[0].BalanceCheck).ShouldBe((amounts, BalanceCheck.Proved));
    }

    private static BankFile With(SettledLayout settled, string text, bool isDebt = false) => BankFileReader.Read(
        System.Text.Encoding.UTF8.GetBytes(text), "statement", new BankFileOptions { Settled = [settled], IsDebt = isDebt });
}
