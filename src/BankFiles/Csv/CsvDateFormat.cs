namespace MyBudget.BankFiles.Csv;

/// <summary>How a file writes its dates.</summary>
/// <param name="onlyShape">Of what the user gave. Otherwise dates of a shape that leaves no doubt are read in any case.</param>
/// <param name="fixedWidths">Digits only, by the letters of the pattern.</param>
/// <param name="numbers">Dates that are numbers, and of which kind.</param>
internal sealed class CsvDateFormat(
    string pattern, CsvDateOrder order, CsvDateShape? onlyShape = null, string? fixedWidths = null, string? numbers = null)
{
    public string Pattern { get; } = pattern;

    /// <summary>False where every order reads the dates alike, so that the file shows none.</summary>
    public bool IsEvident { get; init; } = true;

    /// <summary>The order of three numbers; null where dates are written otherwise.</summary>
    public CsvDateOrder? ShortOrder =>
        fixedWidths is null && numbers is null && (onlyShape is null or CsvDateShape.Short || MayBeShort) ? order : null;

    /// <summary>A year of two digits before the others.</summary>
    private bool MayBeShort => onlyShape == CsvDateShape.YearFirst && !Pattern.Contains("yyy", StringComparison.OrdinalIgnoreCase);

    /// <summary>What the user gave: dates of any other order are not read.</summary>
    public static CsvDateFormat FromPattern(string pattern)
    {
        var text = pattern.Trim();
        if (CsvDayNumbers.Patterns.Contains(text)) return new CsvDateFormat(text, CsvDateOrder.DayFirst, numbers: text);
        var date = CsvDatePattern.Parts(text);
        int day = date.AsSpan().IndexOf('d'), month = date.AsSpan().IndexOf('M'), year = date.AsSpan().IndexOf('y');
        if (day < 0 || month < 0 || year < 0)
            throw new BankFileException("bad-mapping", $"'{BankText.Excerpt(pattern)}' is not a date format such as dd.MM.yyyy.");
        if (!date.AsSpan().ContainsAnyExcept("dMy")) return new CsvDateFormat(pattern, CsvDateOrder.DayFirst, fixedWidths: date);

        var isNamed = date.AsSpan().Count('M') > 2;
        return (day, month, year) switch
        {
            _ when year < month && month < day => isNamed
                ? new CsvDateFormat(pattern, CsvDateOrder.DayFirst, CsvDateShape.YearMonthName)
                : new CsvDateFormat(pattern, CsvDateOrder.YearFirst, CsvDateShape.YearFirst),
            _ when day < month && month < year => new CsvDateFormat(
                pattern, CsvDateOrder.DayFirst, isNamed ? CsvDateShape.DayMonthName : CsvDateShape.Short),
            _ when month < day && day < year => new CsvDateFormat(
                pattern, CsvDateOrder.MonthFirst, isNamed ? CsvDateShape.MonthNameDay : CsvDateShape.Short),
            _ => throw new BankFileException("bad-mapping", $"The order of the date format '{BankText.Excerpt(pattern)}' is not known."),
        };
    }

    public bool TryParse(ReadOnlySpan<char> text, out DateOnly date)
    {
        if (numbers is not null) return CsvDayNumbers.TryParse(text, numbers, out date);
        if (fixedWidths is not null) return TryParseFixed(text, fixedWidths, out date);
        date = default;
        return CsvDateParts.TrySplit(text, out var parts) && (onlyShape is not { } only || Agrees(parts, only))
            && parts.TryDate(order, out date);
    }

    /// <summary><c>26-12-31</c> looks like a short date; only the user's word makes it begin with the year.</summary>
    private static bool Agrees(CsvDateParts parts, CsvDateShape only) => only switch
    {
        CsvDateShape.YearFirst => parts.Shape is CsvDateShape.YearFirst or CsvDateShape.Marked || parts.MayBeYearFirst,
        // An ordinal's point or a short name changes nothing about what is written.
        _ => parts.Shape == only,
    };

    private static bool TryParseFixed(ReadOnlySpan<char> text, string widths, out DateOnly date)
    {
        date = default;
        if (text.Length > widths.Length && text[widths.Length] is ' ' or 'T') text = text[..widths.Length];
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
