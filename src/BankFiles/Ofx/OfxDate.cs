using System.Buffers;

namespace MyBudget.BankFiles.Ofx;

/// <summary>
/// <c>YYYYMMDD</c> or <c>YYYYMMDDHHMMSS.XXX[offset:zone]</c> (OFX 2.2 specification, section 3.2.8.2), and what banks write of ISO 8601
/// instead. The calendar date is the one that is written: a budget shows the day that the bank prints, whatever the zone of the reader.
/// </summary>
internal static class OfxDate
{
    private static readonly string[] Forms = ["yyyyMMdd", "yyyy-MM-dd", "yyyy/MM/dd", "yyyy.MM.dd"];

    private static readonly SearchValues<char> TimeCharacters = SearchValues.Create("0123456789.,:T Z+-");

    public static bool TryParse(ReadOnlySpan<char> text, out DateOnly date)
    {
        foreach (var form in Forms)
        {
            if (text.Length >= form.Length && IsTime(text[form.Length..])
                && DateOnly.TryParseExact(text[..form.Length], form, CultureInfo.InvariantCulture, DateTimeStyles.None, out date))
                return CalendarDate.IsPlausible(date);
        }

        date = default;
        return false;
    }

    /// <summary>Eight zeros are how some banks say nothing.</summary>
    public static bool IsBlank(ReadOnlySpan<char> text) => text.IsEmpty || !text.ContainsAnyExcept('0');

    private static bool IsTime(ReadOnlySpan<char> rest)
    {
        rest = rest.Trim();
        var zone = rest.IndexOf('[');
        if (zone >= 0) rest = rest[..zone].TrimEnd();
        if (rest.EndsWith("GMT") || rest.EndsWith("UTC")) rest = rest[..^3];
        return !rest.ContainsAnyExcept(TimeCharacters);
    }
}
