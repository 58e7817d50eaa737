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
        if (text.Length < DateLength) return false;
        if (!TryDigits(text[..4], out var year) || !TryDigits(text.Slice(4, 2), out var month) || !TryDigits(text.Slice(6, 2), out var day))
            return false;
        return IsTime(text[DateLength..]) && CalendarDate.TryCreate(year, month, day, out date);
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

    private static bool TryDigits(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c)) return false;
            value = (value * 10) + (c - '0');
        }

        return true;
    }
}
