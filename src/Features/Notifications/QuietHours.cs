using System.Text.Json.Serialization;

namespace MyBudget.Features.Notifications;

/// <summary>A span of every day in which pushes wait. One that ends before it begins goes over midnight.</summary>
/// <param name="From">Its first minute, <c>HH:mm</c>.</param>
/// <param name="To">The first minute after it.</param>
public sealed record QuietHours(
    [property: JsonConverter(typeof(ClockTimeConverter))] TimeOnly From, [property: JsonConverter(typeof(ClockTimeConverter))] TimeOnly To)
{
    /// <summary>The instant at which something may be pushed: <paramref name="now"/>, or the end of the quiet hours it falls into.</summary>
    /// <remarks>An end that the clock skips in spring comes at the moment of the change; one that it shows twice in autumn comes first.</remarks>
    public DateTimeOffset After(DateTimeOffset now, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(now, zone).DateTime;
        var time = TimeOnly.FromDateTime(local);
        if (!time.IsBetween(From, To)) return now;

        var day = DateOnly.FromDateTime(local);
        var end = (To > time ? day : day.AddDays(1)).ToDateTime(To);
        while (zone.IsInvalidTime(end)) end = end.AddMinutes(1);
        var offset = zone.IsAmbiguousTime(end) ? zone.GetAmbiguousTimeOffsets(end).Max() : zone.GetUtcOffset(end);
        var instant = new DateTimeOffset(end, offset).ToUniversalTime();
        // Turned back, the clock may have shown the end already.
        return instant > now ? instant : now;
    }
}
