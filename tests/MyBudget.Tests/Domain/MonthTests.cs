using System.Globalization;
using System.Text.Json;
using CsCheck;
using MyBudget.Domain;

namespace MyBudget.Tests.Domain;

public sealed class MonthTests
{
    private static readonly Gen<DateOnly> Days =
        Gen.Int[LedgerDate.Min.DayNumber, LedgerDate.Max.DayNumber].Select(DateOnly.FromDayNumber);

    [Fact]
    public void A_month_contains_its_days_and_no_other() => Days.Sample(day =>
    {
        var month = Month.Of(day);
        month.Contains(day).ShouldBeTrue();
        month.FirstDay.Day.ShouldBe(1);
        month.LastDay.AddDays(1).ShouldBe(month.Next().FirstDay);
        month.Contains(month.FirstDay.AddDays(-1)).ShouldBeFalse();
        month.Contains(month.LastDay.AddDays(1)).ShouldBeFalse();
        month.Next().Previous().ShouldBe(month);
        (month.Previous() < month && month <= month.Next()).ShouldBeTrue();
    });

    [Fact]
    public void Its_text_and_JSON_read_back() => Days.Select(Month.Of).Sample(month =>
        Month.Parse(month.ToString(), CultureInfo.InvariantCulture) == month
        && JsonSerializer.Deserialize<Month>(JsonSerializer.Serialize(month)) == month);

    [Fact]
    public void It_is_written_as_year_and_month()
    {
        new Month(2026, 3).ToString().ShouldBe("2026-03");
        JsonSerializer.Serialize(new Dictionary<Month, Month> { [new Month(2026, 3)] = new(2026, 12) })
            .ShouldBe("""{"2026-03":"2026-12"}""");
        new Month(2024, 2).LastDay.ShouldBe(new DateOnly(2024, 2, 29));
        new Month(1900, 2).LastDay.ShouldBe(new DateOnly(1900, 2, 28));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-3")]
    [InlineData("2026-13")]
    [InlineData("2026-00")]
    [InlineData("2026-03-01")]
    [InlineData("1899-12")]
    [InlineData("2200-01")]
    [InlineData("9999-12")]
    public void Whatever_else_is_no_month(string? text)
    {
        Month.TryParse(text, CultureInfo.InvariantCulture, out _).ShouldBeFalse();
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Month>(JsonSerializer.Serialize(text)));
    }

    [Fact]
    public void The_months_at_the_limits_have_neighbours()
    {
        new Month(2199, 12).Next().ShouldBe(new Month(2200, 1));
        new Month(1900, 1).Previous().ShouldBe(new Month(1899, 12));
    }

    [Theory]
    [InlineData("1900-01-01", true)]
    [InlineData("2199-12-31", true)]
    [InlineData("1899-12-31", false)]
    [InlineData("2200-01-01", false)]
    public void A_ledger_takes_the_dates_of_three_centuries(string text, bool allowed)
    {
        var date = DateOnly.Parse(text, CultureInfo.InvariantCulture);

        LedgerDate.IsAllowed(date).ShouldBe(allowed);
        if (allowed)
        {
            LedgerDate.Checked(date).ShouldBe(date);
        }
        else
        {
            Should.Throw<RuleViolation>(() => LedgerDate.Checked(date)).Code.ShouldBe("dates.out-of-range");
        }
    }
}
