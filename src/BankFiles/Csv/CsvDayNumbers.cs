namespace MyBudget.BankFiles.Csv;

/// <summary>Dates that are written as numbers: seconds or milliseconds since 1970, or a spreadsheet's days since 1900.</summary>
internal static class CsvDayNumbers
{
    public const string UnixSeconds = "unix";
    public const string UnixMilliseconds = "unix-ms";
    public const string SpreadsheetDays = "serial";

    private const long FirstSecond = 946_684_800;
    private const long LastSecond = 4_102_444_800;
    private const int FirstDay = 36_526;
    private const int LastDay = 73_050;

    /// <summary>The first day of spreadsheets is 1 January 1900, and they count a 29 February of that year that never was.</summary>
    private static readonly DateOnly SpreadsheetEpoch = new(1899, 12, 30);

    public static IReadOnlyList<string> Patterns { get; } = [UnixSeconds, UnixMilliseconds, SpreadsheetDays];

    /// <summary>Null unless every row that holds anything holds a number of one kind.</summary>
    public static CsvDateFormat? Detect(ReadOnlySpan<CsvRecord> rows, int column)
    {
        foreach (var pattern in Patterns)
        {
            int read = 0, other = 0;
            foreach (var row in rows)
            {
                var text = row[column];
                if (TryParse(text, pattern, out _)) read++;
                else if (!text.IsEmpty) other++;
            }

            if (read > 0 && other * 10 <= read) return new CsvDateFormat(pattern, CsvDateOrder.DayFirst, numbers: pattern);
        }

        return null;
    }

    public static bool TryParse(ReadOnlySpan<char> text, string pattern, out DateOnly date)
    {
        date = default;
        if (text is [AmountMarks.ByValue, ..]) text = text[1..];
        if (text.Length is < 5 or > 20
            || !decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return false;
        if (pattern == SpreadsheetDays)
        {
            if (number is < FirstDay or > LastDay) return false;
            date = SpreadsheetEpoch.AddDays((int)number);
            return true;
        }

        if (pattern == UnixMilliseconds) number /= 1000;
        if (number is < FirstSecond or > LastSecond) return false;
        date = DateOnly.FromDateTime(DateTime.UnixEpoch.AddSeconds((long)number));
        return true;
    }
}
