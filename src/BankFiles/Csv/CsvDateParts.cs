using System.Buffers;

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
internal readonly ref struct CsvDateParts
{
    private const int CompactLength = 8;
    private const int MaxTimeLength = 40;
    private const int Pivot = 70;

    private static readonly SearchValues<char> TimeCharacters = SearchValues.Create("0123456789:.+-Zz AaPpMmUTCG");

    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    public CsvDateShape Shape { get; private init; }
    public int First { get; private init; }
    public int Second { get; private init; }
    public int Third { get; private init; }
    public char Separator { get; private init; }
    public int YearDigits { get; private init; }

    /// <summary>Two-digit years are those from 1970 to 2069.</summary>
    public static int FullYear(int year, int digits) => digits > 2 ? year : year + (year < Pivot ? 2000 : 1900);

    public static bool TrySplit(ReadOnlySpan<char> text, out CsvDateParts parts)
    {
        parts = default;
        text = text.Trim();
        if (text.Length < 6 || !char.IsAsciiLetterOrDigit(text[0])) return false;
        return DigitsAtStart(text) == CompactLength ? TryCompact(text, out parts) : TrySeparated(text, out parts);
    }

    public bool TryDate(bool isMonthFirst, out DateOnly date) => Shape switch
    {
        CsvDateShape.YearFirst or CsvDateShape.Compact => CalendarDate.TryCreate(First, Second, Third, out date),
        CsvDateShape.DayMonthName => CalendarDate.TryCreate(FullYear(Third, YearDigits), Second, First, out date),
        CsvDateShape.MonthNameDay => CalendarDate.TryCreate(FullYear(Third, YearDigits), First, Second, out date),
        _ when isMonthFirst => CalendarDate.TryCreate(FullYear(Third, YearDigits), First, Second, out date),
        _ => CalendarDate.TryCreate(FullYear(Third, YearDigits), Second, First, out date),
    };

    private static bool TryCompact(ReadOnlySpan<char> text, out CsvDateParts parts)
    {
        parts = new CsvDateParts
        {
            Shape = CsvDateShape.Compact,
            First = Number(text[..4]),
            Second = Number(text.Slice(4, 2)),
            Third = Number(text.Slice(6, 2)),
            YearDigits = 4,
        };
        return IsTime(text[CompactLength..]);
    }

    private static bool TrySeparated(ReadOnlySpan<char> text, out CsvDateParts parts)
    {
        parts = default;
        if (!TryPart(ref text, out var first, out var firstLength) || !TrySeparator(ref text, out var separator)
            || !TryPart(ref text, out var second, out var secondLength) || !TrySeparator(ref text, out var separator2)
            || !TryPart(ref text, out var third, out var thirdLength) || thirdLength == 0 || !IsTime(text)) return false;

        var hasName = firstLength == 0 || secondLength == 0;
        if (!hasName && separator != separator2) return false;
        CsvDateShape shape;
        switch (firstLength, secondLength, thirdLength)
        {
            case (4, 1 or 2, 1 or 2): shape = CsvDateShape.YearFirst; break;
            case (1 or 2, 1 or 2, 2 or 4): shape = CsvDateShape.Short; break;
            case (1 or 2, 0, 2 or 4): shape = CsvDateShape.DayMonthName; break;
            case (0, 1 or 2, 2 or 4): shape = CsvDateShape.MonthNameDay; break;
            default: return false;
        }

        parts = new CsvDateParts
        {
            Shape = shape,
            First = first,
            Second = second,
            Third = third,
            Separator = separator,
            YearDigits = shape == CsvDateShape.YearFirst ? 4 : thirdLength,
        };
        return true;
    }

    /// <summary>A number of up to four digits, or an English month's name, which has the length 0.</summary>
    private static bool TryPart(ref ReadOnlySpan<char> text, out int value, out int length)
    {
        length = DigitsAtStart(text);
        value = 0;
        if (length > 0)
        {
            if (length > 4) return false;
            value = Number(text[..length]);
            text = text[length..];
            return true;
        }

        var letters = 0;
        while (letters < text.Length && char.IsAsciiLetter(text[letters])) letters++;
        if (letters < 3) return false;
        value = MonthNumber(text[..letters]);
        text = text[letters..];
        return value > 0;
    }

    private static int MonthNumber(ReadOnlySpan<char> name)
    {
        if (name.Equals("sept", StringComparison.OrdinalIgnoreCase)) return 9;
        for (var i = 0; i < Months.Length; i++)
        {
            if (Months[i].AsSpan().Equals(name, StringComparison.OrdinalIgnoreCase)
                || Months[i].AsSpan(0, 3).Equals(name, StringComparison.OrdinalIgnoreCase)) return i + 1;
        }

        return 0;
    }

    private static bool TrySeparator(ref ReadOnlySpan<char> text, out char separator)
    {
        separator = text.IsEmpty ? '\0' : text[0];
        if (separator is not ('-' or '/' or '.' or ' ' or ',')) return false;
        text = text[1..];
        if (text.StartsWith(' ')) text = text[1..];
        return true;
    }

    /// <summary>A time of day and a zone are passed over: the calendar date is the one that is written.</summary>
    private static bool IsTime(ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith('.') || rest.StartsWith(',')) rest = rest[1..];
        if (rest.IsEmpty) return true;
        return rest.Length <= MaxTimeLength && rest[0] is 'T' or 't' or ' ' && !rest[1..].ContainsAnyExcept(TimeCharacters);
    }

    private static int DigitsAtStart(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }

    private static int Number(ReadOnlySpan<char> digits)
    {
        var value = 0;
        foreach (var c in digits) value = (value * 10) + (c - '0');
        return value;
    }
}
