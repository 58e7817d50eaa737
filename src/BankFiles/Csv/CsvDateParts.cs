using System.Text.RegularExpressions;

namespace MyBudget.BankFiles.Csv;

internal enum CsvDateShape
{
    /// <summary>Two short numbers and a year: day or month first.</summary>
    Short,
    YearFirst,
    Compact,
    DayMonthName,
    MonthNameDay,
}

/// <summary>A date's three parts in the order of the text, before it is known what they mean.</summary>
internal readonly partial record struct CsvDateParts(CsvDateShape Shape, int First, int Second, int Third, char Separator, int YearDigits)
{
    private const int Shortest = 6;
    private const int Longest = 64;
    private const int Pivot = 70;

    /// <summary>Twelve names, and twelve short ones.</summary>
    private static readonly string[] Months =
        [.. DateTimeFormatInfo.InvariantInfo.MonthNames.Take(12), .. DateTimeFormatInfo.InvariantInfo.AbbreviatedMonthNames.Take(12)];

    /// <summary>Two-digit years are those from 1970 to 2069.</summary>
    public static int FullYear(int year, int digits) => digits > 2 ? year : year + (year < Pivot ? 2000 : 1900);

    public static bool TrySplit(ReadOnlySpan<char> text, out CsvDateParts parts)
    {
        parts = default;
        text = text.Trim();
        if (text.Length is < Shortest or > Longest || !char.IsAsciiLetterOrDigit(text[0])) return false;
        var groups = Written().Match(text.ToString()).Groups;
        var (first, second, third, separator) = (groups["first"], groups["second"], groups["third"], groups["separator"]);
        CsvDateShape? shape = (Digits(first), Digits(second), Digits(third)) switch
        {
            (4, 2, 2) when !separator.Success => CsvDateShape.Compact,
            (1 or 2, 0, 2 or 4) => CsvDateShape.DayMonthName,
            (0, 1 or 2, 2 or 4) => CsvDateShape.MonthNameDay,
            _ when separator.Value != groups["separator2"].Value => null,
            (4, 1 or 2, 1 or 2) => CsvDateShape.YearFirst,
            (1 or 2, 1 or 2, 2 or 4) => CsvDateShape.Short,
            _ => null,
        };
        if (shape is not { } known) return false;
        parts = new CsvDateParts(
            known, Number(first), Number(second), Number(third), separator.Success ? separator.Value[0] : '\0',
            known is CsvDateShape.YearFirst or CsvDateShape.Compact ? 4 : third.Length);
        return parts is { First: >= 0, Second: >= 0 };
    }

    public bool TryDate(bool isMonthFirst, out DateOnly date) => Shape switch
    {
        CsvDateShape.YearFirst or CsvDateShape.Compact => CalendarDate.TryCreate(First, Second, Third, out date),
        CsvDateShape.DayMonthName => CalendarDate.TryCreate(FullYear(Third, YearDigits), Second, First, out date),
        CsvDateShape.MonthNameDay => CalendarDate.TryCreate(FullYear(Third, YearDigits), First, Second, out date),
        _ when isMonthFirst => CalendarDate.TryCreate(FullYear(Third, YearDigits), First, Second, out date),
        _ => CalendarDate.TryCreate(FullYear(Third, YearDigits), Second, First, out date),
    };

    /// <summary>Numbers or a month's name. A time of day and a zone are passed over: the date is the one that is written.</summary>
    [GeneratedRegex(
        """
        ^ ( (?<first>[0-9]{4}) (?<second>[0-9]{2}) (?<third>[0-9]{2})
          | (?<first>[0-9]{1,4}|[A-Za-z]{3,}) (?<separator>[-/.,\ ]) \ ?
            (?<second>[0-9]{1,4}|[A-Za-z]{3,}) (?<separator2>[-/.,\ ]) \ ? (?<third>[0-9]{1,4}) )
        [.,]? ( [Tt\ ] [0-9:.+\-Zz\ AaPpMmUTCG]{0,39} )? \z
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Written();

    private static int Digits(Group part) => part.Success && char.IsAsciiDigit(part.ValueSpan[0]) ? part.Length : 0;

    /// <summary>A month's for its name; negative where it is none.</summary>
    private static int Number(Group part)
    {
        if (Digits(part) > 0) return int.Parse(part.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        if (part.Value.Equals("sept", StringComparison.OrdinalIgnoreCase)) return 9;
        var index = Array.FindIndex(Months, name => name.Equals(part.Value, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? index : index % 12 + 1;
    }
}
