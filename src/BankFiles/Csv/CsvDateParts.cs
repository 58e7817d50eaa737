namespace MyBudget.BankFiles.Csv;

internal enum CsvDateShape
{
    /// <summary>Three short numbers, or two and a year: day, month or a two-digit year first.</summary>
    Short,
    YearFirst,
    Compact,
    DayMonthName,
    MonthNameDay,
    YearMonthName,

    /// <summary>Numbers that say themselves what they are: 2026年1月20日.</summary>
    Marked,
}

/// <summary>A date's three parts in the order of the text, before it is known what they mean.</summary>
internal readonly record struct CsvDateParts(CsvDateShape Shape, int First, int Second, int Third, char Separator, int YearDigits)
{
    private const int Pivot = 70;

    /// <summary>Whether the first number may be a year of two digits.</summary>
    public bool MayBeYearFirst => Shape == CsvDateShape.Short && YearDigits == 2 && HasTwoDigits;

    public bool HasTwoDigits { get; init; }

    /// <summary>Two-digit years are those from 1970 to 2069.</summary>
    public static int FullYear(int year, int digits) => digits > 2 ? year : year + (year < Pivot ? 2000 : 1900);

    public static bool TrySplit(ReadOnlySpan<char> text, out CsvDateParts parts)
    {
        parts = default;
        text = text.Trim();
        return text.Length is >= 6 and <= 64 && CsvDateScan.TryScan(text, out var scan) && Of(scan, out parts);
    }

    public bool TryDate(CsvDateOrder order, out DateOnly date) => Shape switch
    {
        CsvDateShape.YearFirst or CsvDateShape.Compact or CsvDateShape.Marked => CalendarDate.TryCreate(First, Second, Third, out date),
        CsvDateShape.DayMonthName => CalendarDate.TryCreate(FullYear(Third, YearDigits), Second, First, out date),
        CsvDateShape.MonthNameDay => CalendarDate.TryCreate(FullYear(Third, YearDigits), First, Second, out date),
        CsvDateShape.YearMonthName => CalendarDate.TryCreate(FullYear(First, YearDigits), Second, Third, out date),
        _ when order == CsvDateOrder.MonthFirst => CalendarDate.TryCreate(FullYear(Third, YearDigits), First, Second, out date),
        _ when order == CsvDateOrder.YearFirst => CalendarDate.TryCreate(MayBeYearFirst ? FullYear(First, 2) : -1, Second, Third, out date),
        _ => CalendarDate.TryCreate(FullYear(Third, YearDigits), Second, First, out date),
    };

    private static bool Of(in CsvDateScan scan, out CsvDateParts parts)
    {
        var (one, two, three) = (scan.First, scan.Second, scan.Third);
        CsvDateShape? shape = (one.Digits, two.Digits, three.Digits) switch
        {
            (8, 0, 0) => CsvDateShape.Compact,
            (4, 1 or 2, 1 or 2) when scan.IsMarked => CsvDateShape.Marked,
            (1 or 2, 0, 2 or 4) => CsvDateShape.DayMonthName,
            (0, 1 or 2, 2 or 4) => CsvDateShape.MonthNameDay,
            (4, 0, 1 or 2) => CsvDateShape.YearMonthName,
            _ when scan.Separator != scan.Separator2 => null,
            (4, 1 or 2, 1 or 2) => CsvDateShape.YearFirst,
            (1 or 2, 1 or 2, 2 or 4) => CsvDateShape.Short,
            _ => null,
        };
        parts = default;
        if (shape is not { } known) return false;
        parts = known == CsvDateShape.Compact
            ? new CsvDateParts(known, one.Value / 10000, one.Value / 100 % 100, one.Value % 100, '\0', 4)
            : new CsvDateParts(known, one.Value, two.Value, three.Value, scan.Separator, YearDigitsOf(known, one.Digits, three.Digits))
            {
                HasTwoDigits = one.Digits == 2 && two.Digits == 2 && three.Digits == 2,
            };
        return known != CsvDateShape.Compact || parts.TryDate(CsvDateOrder.DayFirst, out _);
    }

    private static int YearDigitsOf(CsvDateShape shape, int first, int third) =>
        shape is CsvDateShape.YearFirst or CsvDateShape.YearMonthName or CsvDateShape.Marked ? first : third;
}

internal enum CsvDateOrder
{
    DayFirst,
    MonthFirst,
    YearFirst,
}
