using System.Collections.Frozen;

namespace MyBudget.BankFiles.Csv;

/// <summary>What stands beside a date: the date is the one that is written, whatever the time and the zone.</summary>
internal static class CsvTimeOfDay
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Zones = new[]
    {
        "Z", "UTC", "GMT", "AM", "PM", "A", "P", "M", "CET", "CEST", "MSK", "МСК", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST",
        "PDT", "BST", "IST", "EET", "EEST", "WET", "WEST", "JST", "KST", "BRT", "Uhr", "h", "kl", "klo", "o", "at", "um", "à", "às", "в",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsZone(ReadOnlySpan<char> word) => Zones.Contains(word);

    /// <summary>Year, month and day in Chinese, Japanese and Korean.</summary>
    public static bool IsDateMark(char c) => c is '年' or '月' or '日' or '号' or '년' or '월' or '일';

    /// <summary>Hours and minutes, seconds and their fraction, and a zone's distance; zero where the text begins with none.</summary>
    public static int Length(ReadOnlySpan<char> text, bool allowsPoints)
    {
        var at = Digits(text);
        if (at is 0 or > 2 || at >= text.Length) return 0;
        var separator = text[at];
        if (separator != ':' && !(separator == '.' && allowsPoints && HasTwoMorePairs(text[at..]))) return 0;
        for (var parts = 1; parts < 3 && at < text.Length && text[at] == separator; parts++)
        {
            var digits = Digits(text[(at + 1)..]);
            if (digits != 2) return parts > 1 ? at : 0;
            at += 1 + digits;
        }

        if (at < text.Length && text[at] is '.' or ',') at += 1 + Digits(text[(at + 1)..]);
        return at + Zone(text[at..]);
    }

    /// <summary>Without colons only 10.11.12 behind a date is a time.</summary>
    private static bool HasTwoMorePairs(ReadOnlySpan<char> text) =>
        text.Length == 6 && text[3] == '.' && Digits(text[1..]) == 2 && Digits(text[4..]) == 2;

    private static int Zone(ReadOnlySpan<char> text)
    {
        var at = text.Length > 1 && text[0] == ' ' && text[1] is '+' or '-' ? 1 : 0;
        if (at >= text.Length || text[at] is not ('+' or '-')) return 0;
        var hours = Digits(text[(at + 1)..]);
        if (hours is not (2 or 4)) return 0;
        at += 1 + hours;
        return at < text.Length && text[at] == ':' ? at + 1 + Digits(text[(at + 1)..]) : at;
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (count < text.Length && char.IsAsciiDigit(text[count])) count++;
        return count;
    }
}
