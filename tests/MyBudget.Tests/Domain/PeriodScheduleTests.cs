using CsCheck;
using MyBudget.Domain;

namespace MyBudget.Tests.Domain;

public sealed class PeriodScheduleTests
{
    private static readonly Gen<DateOnly> Days =
        Gen.Int[LedgerDate.Min.DayNumber, LedgerDate.Max.DayNumber].Select(DateOnly.FromDayNumber);

    private static readonly Gen<PeriodKind> Recurring =
        Gen.OneOf(PeriodKind.Week, PeriodKind.Month, PeriodKind.Quarter, PeriodKind.Year);

    private static readonly Gen<PeriodSchedule> Open = Gen.Select(
        Recurring, Days, Gen.Int[1, 12], (kind, start, every) => new PeriodSchedule(kind, start, every: every));

    private static readonly Gen<PeriodSchedule> Ending = Gen.Select(
        Gen.Enum<PeriodKind>(),
        Days,
        Gen.Int[0, 4_000],
        Gen.Int[1, 12],
        (kind, start, length, every) => new PeriodSchedule(kind, start, start.AddDays(length), every));

    [Fact]
    public void Periods_follow_each_other_without_gap_or_overlap() => Gen.Select(Open, Gen.Int[0, 600]).Sample((schedule, index) =>
    {
        var period = schedule.At(index);
        period.Start.ShouldBeLessThanOrEqualTo(period.End);
        schedule.At(index + 1).Start.ShouldBe(period.End.AddDays(1));
        schedule.At(0).Start.ShouldBe(schedule.StartsOn);
    });

    [Fact]
    public void The_period_at_a_day_contains_it_and_has_its_own_index() => Gen.Select(Open, Gen.Int[0, 200_000]).Sample((schedule, days) =>
    {
        var day = schedule.StartsOn.AddDays(days);
        var period = schedule.PeriodAt(day).ShouldNotBeNull();
        period.Contains(day).ShouldBeTrue();
        schedule.At(period.Index).ShouldBe(period);
        schedule.PeriodContaining(day).ShouldBe(period);
    });

    [Fact]
    public void Periods_of_an_ending_schedule_cover_it_to_the_day() => Ending.Sample(schedule =>
    {
        var end = schedule.EndsOn.ShouldNotBeNull();
        var last = schedule.PeriodAt(end).ShouldNotBeNull();
        last.End.ShouldBe(end);
        Enumerable.Range(0, last.Index + 1).Sum(index => schedule.At(index).Days).ShouldBe(end.DayNumber - schedule.StartsOn.DayNumber + 1);
        schedule.PeriodAt(end.AddDays(1)).ShouldBe(last);
        schedule.PeriodContaining(end.AddDays(1)).ShouldBeNull();
        Should.Throw<ArgumentOutOfRangeException>(() => schedule.At(last.Index + 1));
    });

    [Fact]
    public void There_is_no_period_before_the_start() => Gen.Select(Open, Gen.Int[1, 5_000]).Sample((schedule, days) =>
        schedule.PeriodAt(schedule.StartsOn.AddDays(-days)) is null && schedule.PeriodContaining(schedule.StartsOn.AddDays(-days)) is null);

    [Fact]
    public void Monthly_periods_start_on_the_day_of_the_start_or_on_the_last_of_a_shorter_month() =>
        Gen.Select(Open.Where(schedule => schedule.Kind is not PeriodKind.Week), Gen.Int[0, 500]).Sample((schedule, index) =>
        {
            var start = schedule.At(index).Start;
            start.Day.ShouldBe(Math.Min(schedule.StartsOn.Day, DateTime.DaysInMonth(start.Year, start.Month)));
        });

    [Theory]
    [InlineData(PeriodKind.Month, "2026-01-31", "2026-01-31 2026-02-28 2026-03-31 2026-04-30 2026-05-31")]
    [InlineData(PeriodKind.Month, "2024-01-30", "2024-01-30 2024-02-29 2024-03-30")]
    [InlineData(PeriodKind.Quarter, "2023-11-30", "2023-11-30 2024-02-29 2024-05-30 2024-08-30 2024-11-30 2025-02-28")]
    [InlineData(PeriodKind.Year, "2024-02-29", "2024-02-29 2025-02-28 2026-02-28 2027-02-28 2028-02-29")]
    [InlineData(PeriodKind.Week, "2025-12-29", "2025-12-29 2026-01-05 2026-01-12")]
    [InlineData(PeriodKind.Week, "2024-02-26", "2024-02-26 2024-03-04")]
    public void Periods_are_counted_from_the_start(PeriodKind kind, string startsOn, string starts)
    {
        var expected = starts.Split(' ').Select(Day).ToArray();
        var schedule = new PeriodSchedule(kind, Day(startsOn));

        Enumerable.Range(0, expected.Length).Select(index => schedule.At(index).Start).ShouldBe(expected);
    }

    [Fact]
    public void A_leap_day_belongs_to_the_period_it_begins_or_ends()
    {
        var yearly = new PeriodSchedule(PeriodKind.Year, Day("2024-02-29"));

        yearly.PeriodAt(Day("2025-02-27")).ShouldBe(new Period(0, Day("2024-02-29"), Day("2025-02-27")));
        yearly.PeriodAt(Day("2028-02-28")).ShouldBe(new Period(3, Day("2027-02-28"), Day("2028-02-28")));
        yearly.PeriodAt(Day("2028-02-29")).ShouldBe(new Period(4, Day("2028-02-29"), Day("2029-02-27")));
    }

    [Theory]
    [InlineData(PeriodKind.Week)]
    [InlineData(PeriodKind.Month)]
    [InlineData(PeriodKind.Quarter)]
    [InlineData(PeriodKind.Year)]
    public void The_ends_of_the_calendar_are_no_obstacle(PeriodKind kind)
    {
        var schedule = new PeriodSchedule(kind, DateOnly.MinValue);
        var last = schedule.PeriodAt(DateOnly.MaxValue).ShouldNotBeNull();

        last.End.ShouldBe(DateOnly.MaxValue);
        schedule.At(last.Index).ShouldBe(last);
        Should.Throw<ArgumentOutOfRangeException>(() => schedule.At(last.Index + 1));
        Should.Throw<ArgumentOutOfRangeException>(() => schedule.At(int.MaxValue));
        Should.Throw<ArgumentOutOfRangeException>(() => schedule.At(-1));
    }

    [Fact]
    public void A_single_period_runs_from_start_to_end()
    {
        var trip = new PeriodSchedule(PeriodKind.Once, Day("2026-07-01"), Day("2026-07-14"));

        trip.PeriodAt(Day("2026-09-01")).ShouldBe(new Period(0, Day("2026-07-01"), Day("2026-07-14")));
        Should.Throw<RuleViolation>(() => new PeriodSchedule(PeriodKind.Once, Day("2026-07-01"))).Code.ShouldBe("periods.end-required");
        Should.Throw<RuleViolation>(() => new PeriodSchedule(PeriodKind.Week, Day("2026-07-01"), Day("2026-06-30")))
            .Code.ShouldBe("periods.ends-before-start");
        Should.Throw<ArgumentOutOfRangeException>(() => new PeriodSchedule(PeriodKind.Week, Day("2026-07-01"), every: 0));
        Should.Throw<ArgumentOutOfRangeException>(() => new PeriodSchedule((PeriodKind)9, Day("2026-07-01")));
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
