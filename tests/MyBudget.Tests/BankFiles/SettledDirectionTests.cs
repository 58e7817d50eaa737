using MyBudget.BankFiles;
using static MyBudget.Tests.BankFiles.BankFileText;

namespace MyBudget.Tests.BankFiles;

/// <summary>Where signs go otherwise with the words that tell the direction than they did in earlier files of the account, it is asked.</summary>
public class SettledDirectionTests
{
    private const string Unsigned = "7.50 Zug|90.00 Bug|1.00 Zug";
    private const string Agreeing = "-7.50 Zug|90.00 Bug|-1.00 Zug";
    private const string Opposed = "7.50 Zug|-90.00 Bug|1.00 Zug";
    private const string Refunds = "7.50 Zug|90.00 Bug|-1.00 Zug|4.00 Zug";

    [Theory]
    [InlineData(Unsigned, Unsigned, "-7.50 90.00 -1.00")]
    [InlineData(Unsigned, Agreeing, "-7.50 90.00 -1.00")]
    [InlineData(Unsigned, Refunds, "-7.50 90.00 1.00 -4.00")]
    [InlineData(Unsigned, Opposed, null)]
    [InlineData(Unsigned, "-7.50 Zug", null)]
    [InlineData(Agreeing, Agreeing, "-7.50 90.00 -1.00")]
    [InlineData(Agreeing, "90.00 Bug", "90.00")]
    [InlineData(Agreeing, Opposed, null)]
    [InlineData(Agreeing, Unsigned, null)]
    [InlineData(Agreeing, "7.50 Zug", null)]
    [InlineData(Opposed, Opposed, "-7.50 90.00 -1.00")]
    [InlineData(Opposed, "-90.00 Bug", "90.00")]
    [InlineData(Opposed, Agreeing, null)]
    [InlineData(Opposed, "90.00 Bug", null)]
    public void signs_beside_words_go_through_where_they_are_as_they_were(string first, string next, string? amounts)
    {
        var settled = Read(Table(first), new CsvMapping { Indicator = "Kind", IndicatorOut = ["Zug"], IndicatorIn = ["Bug"] }).Layout!.Settles!;

        Check(settled, next, amounts);
    }

    [Theory]
    [InlineData("-10.00 Debit|9.00 Credit", "-8.00 Debit|7.00 Credit", "-8.00 7.00")]
    [InlineData("-10.00 Debit|9.00 Credit", "8.00 Debit|-7.00 Credit", null)]
    [InlineData("-10.00 Debit|9.00 Credit", "8.00 Debit", null)]
    [InlineData("10.00 Debit|-9.00 Credit", "8.00 Debit|-7.00 Credit", "-8.00 7.00")]
    [InlineData("10.00 Debit|-9.00 Credit", "-8.00 Debit|7.00 Credit", null)]
    [InlineData("10.00 Debit|9.00 Credit", "8.00 Debit|-7.00 Credit", null)]
    public void so_do_words_that_are_known(string first, string next, string? amounts) =>
        Check(Read(Table(first)).Layout!.Settles!, next, amounts);

    [Theory]
    [InlineData("Debit,Credit\n2026-01-02,A,5.00,\n2026-01-13,B,,7.00", "Debit,Credit\n2026-02-13,C,-4.00,", null)]
    [InlineData("Debit,Credit\n2026-01-02,A,-5.00,\n2026-01-13,B,,7.00", "Debit,Credit\n2026-02-13,C,-4.00,", "-4.00")]
    [InlineData("Debit,Credit\n2026-01-02,A,-5.00,\n2026-01-13,B,,7.00", "Debit,Credit\n2026-02-13,C,4.00,", null)]
    public void so_do_columns_of_their_own(string first, string next, string? amounts)
    {
        var settled = Read($"Date,Text,{first}\n").Layout!.Settles!;

        if (amounts is null) Asked(settled, $"Date,Text,{next}\n").ShouldBe("direction-needed");
        else Amounts(Next(settled, $"Date,Text,{next}\n")).ShouldBe(amounts);
    }

    [Fact]
    public void what_a_former_release_settled_says_nothing_of_signs_so_that_opposed_ones_are_asked()
    {
        var settled = Read(Table(Unsigned), new CsvMapping { Indicator = "Kind", IndicatorOut = ["Zug"] }).Layout!.Settles! with { OutNegative = null, InNegative = null };

        Check(settled, Unsigned, "-7.50 90.00 -1.00");
        Check(settled, Agreeing, "-7.50 90.00 -1.00");
        Check(settled, Opposed, null);
    }

    [Theory]
    [InlineData(false, "-7.50 90.00 -1.00")]
    [InlineData(true, "7.50 -90.00 1.00")]
    public void the_answer_decides_and_holds_for_the_next_files(bool negate, string amounts)
    {
        var settled = Read(Table(Agreeing), new CsvMapping { Indicator = "Kind", IndicatorOut = ["Zug"] }).Layout!.Settles!;

        var answered = Next(settled, Table(Opposed), new CsvMapping { Negate = negate });

        Amounts(answered).ShouldBe(amounts);
        Check(answered.Layout!.Settles!, Opposed, amounts);
        Check(answered.Layout.Settles!, Agreeing, null);
    }

    [Fact]
    public void a_running_balance_proves_it()
    {
        const string header = "Date,Text,Kind,Amount,Balance\n";
        var settled = Read($"{header}2026-02-11,A,Debit,5.00,95.00\n2026-02-12,B,Credit,7.00,102.00\n").Layout!.Settles!;

        Amounts(Next(settled, $"{header}2026-03-11,A,Debit,5.00,95.00\n2026-03-12,B,Credit,-7.00,102.00\n2026-03-13,C,Debit,2.00,100.00\n"))
            .ShouldBe("-5.00 7.00 -2.00");
    }

    private static void Check(SettledLayout settled, string next, string? amounts)
    {
        if (amounts is null) Asked(settled, Table(next)).ShouldBe("direction-needed");
        else Amounts(Next(settled, Table(next))).ShouldBe(amounts);
    }

    private static string Asked(SettledLayout settled, string text)
    {
        var asked = Should.Throw<BankFileException>(() => Next(settled, text));
        asked.Candidates.ShouldNotBeEmpty();
        return asked.Code;
    }

    private static BankFile Next(SettledLayout settled, string text, CsvMapping? mapping = null) => BankFileReader.Read(
        System.Text.Encoding.UTF8.GetBytes(text), null, BankFileOptions.Default with { Settled = [settled], Csv = mapping });

    private static string Table(string rows) => "Date,Text,Kind,Amount\n" + string.Concat(rows.Split('|').Select((row, day) =>
        $"2026-03-{day + 11},Shop {day},{row.Split(' ')[1]},{row.Split(' ')[0]}\n"));
}
