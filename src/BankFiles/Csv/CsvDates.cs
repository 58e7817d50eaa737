namespace MyBudget.BankFiles.Csv;

/// <summary>
/// Decides from all rows how dates are written. <c>03/04/2026</c> may be March or April, but <c>25/12/2026</c> further down
/// has only one reading, and a bank does not change its format within a file.
/// </summary>
internal static class CsvDates
{
    /// <summary>So many times more rows of one reading make a row of the other a mistake of the bank's.</summary>
    private const int Majority = 10;

    public static CsvDateFormat Detect(ReadOnlySpan<CsvRecord> rows, int column)
    {
        int dayFirst = 0, monthFirst = 0, either = 0, any = 0;
        string dayPattern = "", monthPattern = "";
        foreach (var row in rows)
        {
            if (!CsvDateParts.TrySplit(row[column], out var parts)) continue;
            var isDayFirst = parts.TryDate(isMonthFirst: false, out var asDay);
            var isMonthFirst = parts.TryDate(isMonthFirst: true, out var asMonth);
            if (!isDayFirst && !isMonthFirst) continue;
            if (any++ == 0 || (parts.Shape == CsvDateShape.Short && dayPattern[0] != 'd'))
                (dayPattern, monthPattern) = (Pattern(parts, isMonthFirst: false), Pattern(parts, isMonthFirst: true));
            if (parts.Shape != CsvDateShape.Short || parts.Separator == '.') continue;
            if (isDayFirst && isMonthFirst && asDay != asMonth) either++;
            else if (isDayFirst && !isMonthFirst) dayFirst++;
            else if (isMonthFirst && !isDayFirst) monthFirst++;
        }

        if (any == 0)
            throw new BankFileException("layout-needed", "The date column holds no dates. Say which column does, or how dates are written.");
        if (dayFirst > 0 && dayFirst >= monthFirst * Majority) return new CsvDateFormat(dayPattern, isMonthFirst: false);
        if (monthFirst > 0 && monthFirst >= dayFirst * Majority) return new CsvDateFormat(monthPattern, isMonthFirst: true);
        if (dayFirst == 0 && either == 0) return new CsvDateFormat(dayPattern, isMonthFirst: false);
        throw new BankFileException(
            "ambiguous-dates",
            $"The dates can be read as {dayPattern} and as {monthPattern}. Say which it is.",
            [dayPattern, monthPattern]);
    }

    private static string Pattern(CsvDateParts parts, bool isMonthFirst)
    {
        var year = parts.YearDigits == 2 ? "yy" : "yyyy";
        var s = parts.Separator;
        return parts.Shape switch
        {
            CsvDateShape.Compact => "yyyyMMdd",
            CsvDateShape.YearFirst => $"yyyy{s}MM{s}dd",
            CsvDateShape.DayMonthName => $"d{s}MMM{s}{year}",
            CsvDateShape.MonthNameDay => $"MMM d, {year}",
            _ => isMonthFirst ? $"MM{s}dd{s}{year}" : $"dd{s}MM{s}{year}",
        };
    }
}
