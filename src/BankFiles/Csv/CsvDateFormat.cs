using System.Buffers;

namespace MyBudget.BankFiles.Csv;

/// <summary>How a file writes its dates.</summary>
/// <param name="onlyShape">Of what the user gave. Otherwise dates of a shape that leaves no doubt are read in any case.</param>
/// <param name="fixedWidths">Digits only, by the letters of the pattern.</param>
internal sealed class CsvDateFormat(string pattern, bool isMonthFirst, CsvDateShape? onlyShape = null, string? fixedWidths = null)
{
    private static readonly SearchValues<char> Allowed = SearchValues.Create("dMy-/. ,");

    public string Pattern { get; } = pattern;

    /// <summary>What the user gave: dates of any other order are not read.</summary>
    public static CsvDateFormat FromPattern(string pattern)
    {
        var date = pattern.AsSpan().Trim();
        var time = date.IndexOfAny("Hhm");
        if (time > 0) date = date[..time].TrimEnd(" T'");
        int day = date.IndexOf('d'), month = date.IndexOf('M'), year = date.IndexOf('y');
        if (day < 0 || month < 0 || year < 0 || date.ContainsAnyExcept(Allowed))
            throw new BankFileException("bad-mapping", $"'{BankText.Excerpt(pattern)}' is not a date format such as dd.MM.yyyy.");

        if (!date.ContainsAnyExcept("dMy")) return new CsvDateFormat(pattern, isMonthFirst: false, fixedWidths: date.ToString());
        var isNamed = date.Count('M') > 2;
        CsvDateShape? shape = (day, month, year) switch
        {
            _ when year < month && month < day && !isNamed => CsvDateShape.YearFirst,
            _ when day < month && month < year => isNamed ? CsvDateShape.DayMonthName : CsvDateShape.Short,
            _ when month < day && day < year => isNamed ? CsvDateShape.MonthNameDay : CsvDateShape.Short,
            _ => null,
        };
        if (shape is null)
            throw new BankFileException("bad-mapping", $"The order of the date format '{BankText.Excerpt(pattern)}' is not known.");
        return new CsvDateFormat(pattern, month < day, shape);
    }

    public bool TryParse(ReadOnlySpan<char> text, out DateOnly date)
    {
        if (fixedWidths is not null) return TryParseFixed(text, fixedWidths, out date);
        date = default;
        if (!CsvDateParts.TrySplit(text, out var parts)) return false;
        if (onlyShape is { } only && parts.Shape != only) return TryShortYearFirst(parts, only, out date);
        return parts.TryDate(isMonthFirst, out date);
    }

    /// <summary><c>26-12-31</c> looks like a short date; only the user's word makes it begin with the year.</summary>
    private static bool TryShortYearFirst(CsvDateParts parts, CsvDateShape only, out DateOnly date)
    {
        date = default;
        return only == CsvDateShape.YearFirst && parts.Shape == CsvDateShape.Short && parts.YearDigits == 2
            && CalendarDate.TryCreate(CsvDateParts.FullYear(parts.First, digits: 2), parts.Second, parts.Third, out date);
    }

    private static bool TryParseFixed(ReadOnlySpan<char> text, string widths, out DateOnly date)
    {
        date = default;
        if (text.Length != widths.Length) return false;
        int year = 0, month = 0, day = 0;
        for (var i = 0; i < widths.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i])) return false;
            ref var part = ref day;
            if (widths[i] == 'y') part = ref year;
            else if (widths[i] == 'M') part = ref month;
            part = (part * 10) + (text[i] - '0');
            if (part > 9999) return false;
        }

        return CalendarDate.TryCreate(CsvDateParts.FullYear(year, widths.AsSpan().Count('y')), month, day, out date);
    }
}
