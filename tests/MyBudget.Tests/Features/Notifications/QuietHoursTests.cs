using CsCheck;
using MyBudget.Features.Notifications;

namespace MyBudget.Tests.Features.Notifications;

public sealed class QuietHoursTests
{
    private static readonly string[] Zones = ["UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia", "Africa/Cairo"];

    private static readonly QuietHours Night = new(new TimeOnly(22, 0), new TimeOnly(7, 0));

    [Theory]
    [InlineData("2026-03-10T21:59:59", "2026-03-10T21:59:59")]
    [InlineData("2026-03-10T22:00:00", "2026-03-11T07:00:00")]
    [InlineData("2026-03-10T23:59:59", "2026-03-11T07:00:00")]
    [InlineData("2026-03-11T00:00:00", "2026-03-11T07:00:00")]
    [InlineData("2026-03-11T06:59:59", "2026-03-11T07:00:00")]
    [InlineData("2026-03-11T07:00:00", "2026-03-11T07:00:00")]
    [InlineData("2026-12-31T23:00:00", "2027-01-01T07:00:00")]
    public void go_over_midnight(string now, string until) => After(Night, $"{now}Z", "UTC").ShouldBe(At($"{until}Z"));

    [Theory]
    [InlineData("12:59", "12:59")]
    [InlineData("13:00", "15:00")]
    [InlineData("14:59", "15:00")]
    [InlineData("15:00", "15:00")]
    public void may_lie_within_a_day(string now, string until) =>
        After(new QuietHours(new TimeOnly(13, 0), new TimeOnly(15, 0)), $"2026-03-10T{now}Z", "UTC").ShouldBe(At($"2026-03-10T{until}Z"));

    [Theory]
    // Spring in Berlin, 29 March 2026: from 02:00 +1 to 03:00 +2. The night is an hour shorter.
    [InlineData("22:00", "07:00", "2026-03-28T23:30+01:00", "2026-03-29T07:00+02:00")]
    // An end that the clock skips comes at the moment of the change.
    [InlineData("22:00", "02:30", "2026-03-29T01:59+01:00", "2026-03-29T03:00+02:00")]
    // A beginning that it skips: quiet from the change on.
    [InlineData("02:30", "07:00", "2026-03-29T03:00+02:00", "2026-03-29T07:00+02:00")]
    // Autumn, 25 October 2026: from 03:00 +2 back to 02:00 +1. The night is an hour longer.
    [InlineData("22:00", "07:00", "2026-10-24T23:30+02:00", "2026-10-25T07:00+01:00")]
    // An end that it shows twice comes first.
    [InlineData("22:00", "02:30", "2026-10-25T01:00+02:00", "2026-10-25T02:30+02:00")]
    // What falls into the hour that comes again, before the end by the clock, is not held for a day.
    [InlineData("22:00", "02:30", "2026-10-25T02:10+01:00", "2026-10-25T02:10+01:00")]
    public void follow_the_clock_where_it_is_moved(string from, string to, string now, string until) =>
        After(new QuietHours(TimeOnly.Parse(from, null), TimeOnly.Parse(to, null)), now, "Europe/Berlin").ShouldBe(At(until));

    [Fact]
    public void end_after_a_day_at_the_latest_and_at_a_time_that_is_not_quiet() => Gen.Select(
        Gen.Int[0, 1_439], Gen.Int[0, 1_439], Gen.Int[0, Zones.Length - 1].Select(index => Zones[index]), Gen.Long[0, 3L * 366 * 86_400]).Where(quiet => quiet.Item1 != quiet.Item2).Sample((from, to, name, second) =>
    {
        var (quiet, zone) = (new QuietHours(Minute(from), Minute(to)), TimeZoneInfo.FindSystemTimeZoneById(name));
        var now = At("2026-01-01T00:00Z").AddSeconds(second);

        var after = quiet.After(now, zone);

        after.ShouldBeGreaterThanOrEqualTo(now);
        (after - now).ShouldBeLessThan(TimeSpan.FromHours(26));
        if (!TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime).IsBetween(quiet.From, quiet.To)) after.ShouldBe(now);
        var local = TimeZoneInfo.ConvertTime(after, zone).DateTime;
        // In the hour that comes again the clock shows a quiet time a second time.
        if (!zone.IsAmbiguousTime(local)) TimeOnly.FromDateTime(local).IsBetween(quiet.From, quiet.To).ShouldBe(IsSkippedInto(local, quiet, zone));
    });

    /// <summary>Where the clock jumps over the end, it may land in the quiet hours that begin right after it.</summary>
    private static bool IsSkippedInto(DateTime local, QuietHours quiet, TimeZoneInfo zone) =>
        zone.IsInvalidTime(local.AddMinutes(-1)) && TimeOnly.FromDateTime(local).IsBetween(quiet.From, quiet.To);

    private static TimeOnly Minute(int ofDay) => new(ofDay / 60, ofDay % 60);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, null, System.Globalization.DateTimeStyles.AssumeUniversal);

    private static DateTimeOffset After(QuietHours quiet, string now, string zone) => quiet.After(At(now), TimeZoneInfo.FindSystemTimeZoneById(zone));
}
