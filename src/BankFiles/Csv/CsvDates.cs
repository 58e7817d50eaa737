namespace MyBudget.BankFiles.Csv;

/// <summary>
/// Decides from all rows how dates are written. <c>03/04/2026</c> may be March or April, but <c>25/12/2026</c> further down
/// has only one reading, and a bank does not change its format within a file.
/// </summary>
internal static class CsvDates
{
    /// <summary>So many times more rows of one reading make a row of the other a mistake of the bank's.</summary>
    private const int Majority = 10;

    /// <summary>How much longer the time that a file covers has to be in one reading than in the other.</summary>
    private const int FarLonger = 5;
    private const int LongTime = 365;

    /// <param name="columns">The columns that hold dates, the one of the entries first.</param>
    /// <param name="hints">What was settled before, for dates that do not tell.</param>
    public static CsvDateFormat Detect(ReadOnlySpan<CsvRecord> rows, ReadOnlySpan<int> columns, CsvHints? hints = null)
    {
        var readings = new CsvDateReadings();
        foreach (var column in columns)
        {
            foreach (var row in rows) readings.Add(row[column]);
            if (readings.Any > 0 && columns[0] == column) readings.EndOfFirstColumn();
        }

        if (readings.Any == 0)
        {
            return CsvDayNumbers.Detect(rows, columns[0]) ?? Settled(rows, columns[0], hints)
                ?? throw new BankFileException(
                    "layout-needed", "The date column holds no dates. Say which column does, or how dates are written.");
        }

        return readings.Short == 0
            ? new CsvDateFormat(readings.Pattern(CsvDateOrder.DayFirst), CsvDateOrder.DayFirst)
            : OfShort(readings, hints);
    }

    private static CsvDateFormat? Settled(ReadOnlySpan<CsvRecord> rows, int column, CsvHints? hints)
    {
        if (!CsvSettledDates.Reads(rows, column, hints?.DateFormat)) return null;
        hints!.Use("dateFormat");
        return CsvSettledDates.Format(hints.DateFormat);
    }

    private static CsvDateFormat OfShort(CsvDateReadings readings, CsvHints? hints)
    {
        var open = Proven(readings) is { } proven ? [proven] : Possible(readings);
        if (open.Count == 1 && readings.MayBeYearFirst && open[0] != CsvDateOrder.YearFirst) open = [open[0], CsvDateOrder.YearFirst];
        if (open.Contains(CsvDateOrder.YearFirst)) RemoveLonger(readings, open);
        if (open is [CsvDateOrder.DayFirst, CsvDateOrder.MonthFirst] && readings.OnlyPoints) open.Remove(CsvDateOrder.MonthFirst);
        if (open is [CsvDateOrder.DayFirst, CsvDateOrder.MonthFirst] && readings.InOrder() is { } inOrder) open = [inOrder];
        if (open.Count == 1) return new CsvDateFormat(readings.Pattern(open[0]), open[0]) { IsEvident = readings.HasEvidence };
        if (CsvSettledDates.Among(open, hints?.DateFormat) is { } settled)
        {
            hints!.Use("dateFormat");
            return new CsvDateFormat(readings.Pattern(settled), settled);
        }

        List<string> patterns = [.. open.Select(readings.Pattern)];
        throw new BankFileException(
            "ambiguous-dates", $"The dates can be read as {string.Join(" and as ", patterns)}. Say which it is.", patterns);
    }

    /// <summary>Of day and month, by rows that have only one reading.</summary>
    private static CsvDateOrder? Proven(CsvDateReadings readings)
    {
        var (dayFirst, monthFirst) = (readings.OnlyDayFirst, readings.OnlyMonthFirst);
        if (dayFirst > 0 && dayFirst >= monthFirst * Majority) return CsvDateOrder.DayFirst;
        if (monthFirst > 0 && monthFirst >= dayFirst * Majority) return CsvDateOrder.MonthFirst;
        return dayFirst == 0 && monthFirst == 0 && readings.Open == 0 ? CsvDateOrder.DayFirst : null;
    }

    private static List<CsvDateOrder> Possible(CsvDateReadings readings) =>
        readings.MayBeYearFirst
            ? [CsvDateOrder.DayFirst, CsvDateOrder.MonthFirst, CsvDateOrder.YearFirst]
            : [CsvDateOrder.DayFirst, CsvDateOrder.MonthFirst];

    /// <summary>
    /// A year of two digits read as a day makes few weeks of many years, and the other way round. A reading that covers far
    /// more time than the year-first one is left open, to be asked; the year-first one is dropped where it is the longer.
    /// </summary>
    private static void RemoveLonger(CsvDateReadings readings, List<CsvDateOrder> open)
    {
        var yearFirst = readings.Days(CsvDateOrder.YearFirst);
        var shortest = open.Where(order => order != CsvDateOrder.YearFirst).Min(readings.Days);
        if (yearFirst >= LongTime && yearFirst > shortest * FarLonger) open.Remove(CsvDateOrder.YearFirst);
    }
}
