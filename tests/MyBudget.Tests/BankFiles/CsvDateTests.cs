using System.Globalization;
using MyBudget.BankFiles;
using static MyBudget.Tests.BankFiles.BankFileText;

namespace MyBudget.Tests.BankFiles;

public class CsvDateTests
{
    private static string File(params string[] dates) =>
        "Date;Payee;Amount\n" + string.Concat(dates.Select(d => $"{d};A;1,00\n"));

    [Theory]
    [InlineData("2026-03-04", "yyyy-MM-dd", "2026-03-04")]
    [InlineData("2026/03/04", "yyyy/MM/dd", "2026-03-04")]
    [InlineData("20260304", "yyyyMMdd", "2026-03-04")]
    [InlineData("04.03.2026", "dd.MM.yyyy", "2026-03-04")]
    [InlineData("4.3.26", "dd.MM.yy", "2026-03-04")]
    [InlineData("04.03.2026 23:59:59", "dd.MM.yyyy", "2026-03-04")]
    [InlineData("2026-03-04T23:59:59.123+14:00", "yyyy-MM-dd", "2026-03-04")]
    [InlineData("2026-03-04 23:59 UTC", "yyyy-MM-dd", "2026-03-04")]
    [InlineData("25/12/2026", "dd/MM/yyyy", "2026-12-25")]
    [InlineData("12/25/2026 11:30 PM", "MM/dd/yyyy", "2026-12-25")]
    [InlineData("25-12-99", "dd-MM-yy", "1999-12-25")]
    [InlineData("4 Mar 2026", "d MMM yyyy", "2026-03-04")]
    [InlineData("04-Mar-26", "d-MMM-yy", "2026-03-04")]
    [InlineData("Sept 4, 2026", "MMM d, yyyy", "2026-09-04")]
    [InlineData("March 4, 2026", "MMM d, yyyy", "2026-03-04")]
    [InlineData("05/05/2026", "dd/MM/yyyy", "2026-05-05")]
    public void reads(string written, string format, string date)
    {
        var file = Read(File(written));

        file.Layout!.DateFormat.ShouldBe(format);
        file.Statements[0].Entries.ShouldHaveSingleItem().Date.ShouldBe(DateOnly.Parse(date, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void decides_by_all_rows_which_of_day_and_month_comes_first()
    {
        var many = Enumerable.Repeat("03/04/2026", 400).ToArray();

        Statement(File([.. many, "25/12/2026"])).Entries[0].Date.ShouldBe(new DateOnly(2026, 4, 3));
        Statement(File([.. many, "12/25/2026"])).Entries[0].Date.ShouldBe(new DateOnly(2026, 3, 4));
    }

    [Fact]
    public void asks_where_no_row_decides()
    {
        var refused = Refuse(File("03/04/2026", "05/05/2026", "06/07/2026"));

        refused.Code.ShouldBe("ambiguous-dates");
        refused.Candidates.ShouldBe(["dd/MM/yyyy", "MM/dd/yyyy"]);
        Statement(File("03/04/2026"), new CsvMapping { DateFormat = "MM/dd/yyyy" }).Entries[0].Date.ShouldBe(new DateOnly(2026, 3, 4));
        Statement(File("03/04/2026"), new CsvMapping { DateFormat = "d/M/yyyy" }).Entries[0].Date.ShouldBe(new DateOnly(2026, 4, 3));
    }

    [Fact]
    public void asks_where_the_rows_contradict_each_other() =>
        Refuse(File("25/12/2026", "12/25/2026")).Code.ShouldBe("ambiguous-dates");

    [Theory]
    [InlineData("31.02.2026", "bad-date")]
    [InlineData("Total", "bad-date")]
    [InlineData("2026-13-01", "bad-date")]
    [InlineData("", "missing-date")]
    public void rejects_a_row_with_no_date_of_the_calendar(string written, string code)
    {
        var statement = Statement(File("01.02.2026", written, "28.02.2026"));

        statement.Entries.Count.ShouldBe(2);
        statement.Rejected.ShouldHaveSingleItem().ShouldSatisfyAllConditions(r => r.Code.ShouldBe(code), r => r.Line.ShouldBe(3));
    }

    [Theory]
    [InlineData("ddMMyyyy", "25122026")]
    [InlineData("yyMMdd", "261225")]
    [InlineData("yy-MM-dd", "26-12-25")]
    [InlineData("dd.MM.yyyy HH:mm:ss", "25.12.2026 10:11:12")]
    [InlineData("dd MMM yyyy", "25 DEC 2026")]
    public void reads_the_format_that_the_user_gives(string format, string written) =>
        Statement(File(written), new CsvMapping { DateFormat = format, Date = "Date", Amount = "Amount" })
            .Entries.ShouldHaveSingleItem().Date.ShouldBe(new DateOnly(2026, 12, 25));

    [Theory]
    [InlineData("dd.MM")]
    [InlineData("yyyy.dd.MM")]
    [InlineData("hello")]
    public void refuses_a_format_that_is_none(string format) =>
        Refuse(File("25.12.2026"), new CsvMapping { DateFormat = format }).Code.ShouldBe("bad-mapping");

    [Fact]
    public void reads_dates_of_another_order_only_if_none_was_given()
    {
        Statement(File("25.12.2026", "2026-12-26")).Entries.Count.ShouldBe(2);
        Statement(File("25.12.2026", "2026-12-26"), new CsvMapping { DateFormat = "dd.MM.yyyy" }).Rejected.Count.ShouldBe(1);
    }
}
