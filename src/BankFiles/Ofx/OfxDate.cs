using System.Buffers;

namespace MyBudget.BankFiles.Ofx;

/// <summary>
/// <c>YYYYMMDD</c> or <c>YYYYMMDDHHMMSS.XXX[offset:zone]</c> (OFX 2.2 specification, section 3.2.8.2). The calendar date is
/// the one that is written: a budget shows the day that the bank prints, whatever the zone of the reader.
/// </summary>
internal static class OfxDate
{
    private const int DateLength = 8;

    private static readonly SearchValues<char> TimeCharacters = SearchValues.Create("0123456789.,:T ");

    public static bool TryParse(ReadOnlySpan<char> text, out DateOnly date)
    {
        date = default;
        return text.Length >= DateLength && IsTime(text[DateLength..])
            && DateOnly.TryParseExact(text[..DateLength], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date)
            && CalendarDate.IsPlausible(date);
    }

    /// <summary>Eight zeros are how some banks say nothing.</summary>
    public static bool IsBlank(ReadOnlySpan<char> text) => text.IsEmpty || !text.ContainsAnyExcept('0');

    private static bool IsTime(ReadOnlySpan<char> rest)
    {
        rest = rest.Trim();
        var zone = rest.IndexOf('[');
        if (zone >= 0) rest = rest[..zone].TrimEnd();
        return !rest.ContainsAnyExcept(TimeCharacters);
    }
}
