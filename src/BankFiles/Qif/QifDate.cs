namespace MyBudget.BankFiles.Qif;

internal enum QifOrder
{
    DayFirst,
    MonthFirst,
    YearFirst,
}

/// <summary>A date's three numbers in the order of the text.</summary>
/// <param name="IsPlain">The year stands first with four digits, so that nothing is left to decide.</param>
/// <param name="IsMillennium">The year has the apostrophe that makes it one from 2000 on.</param>
internal readonly record struct QifDate(
    int First, int Second, int Third, char Separator, bool IsPlain, bool IsMillennium, int YearDigits, bool MayBeginWithYear)
{
    private const int Pivot = 70;

    public static bool TrySplit(ReadOnlySpan<char> text, out QifDate date)
    {
        date = default;
        Span<char> compact = stackalloc char[16];
        var length = 0;
        foreach (var c in text)
        {
            if (c == ' ') continue;
            if (length == compact.Length) return false;
            compact[length++] = c;
        }

        return TrySplitCompact(compact[..length], out date);
    }

    public bool TryRead(QifOrder order, out DateOnly date)
    {
        date = default;
        if (IsPlain) return CalendarDate.TryCreate(First, Second, Third, out date);
        return order switch
        {
            QifOrder.DayFirst => CalendarDate.TryCreate(Year(Third), Second, First, out date),
            QifOrder.MonthFirst => CalendarDate.TryCreate(Year(Third), First, Second, out date),
            _ => MayBeginWithYear && CalendarDate.TryCreate(Year(First), Second, Third, out date),
        };
    }

    /// <summary>As tables of text write it.</summary>
    public string AsText() => string.Create(CultureInfo.InvariantCulture, $"{First:00}/{Second:00}/{Year(Third):0000}");

    public string PatternOf(QifOrder order)
    {
        var year = YearDigits > 2 ? "yyyy" : "yy";
        return order switch
        {
            QifOrder.DayFirst => $"dd{Separator}MM{Separator}{year}",
            QifOrder.MonthFirst => $"MM{Separator}dd{Separator}{year}",
            _ => $"{year}{Separator}MM{Separator}dd",
        };
    }

    /// <summary>What the user gave.</summary>
    public static QifOrder OrderOf(string pattern)
    {
        int day = pattern.IndexOf('d', StringComparison.Ordinal), month = pattern.IndexOf('M', StringComparison.Ordinal);
        var year = pattern.IndexOf('y', StringComparison.Ordinal);
        if (day < 0 || month < 0 || year < 0)
            throw new BankFileException("bad-mapping", $"'{BankText.Excerpt(pattern)}' is not a date format such as dd.MM.yyyy.");
        if (year < month && month < day) return QifOrder.YearFirst;
        return day < month ? QifOrder.DayFirst : QifOrder.MonthFirst;
    }

    private static bool TrySplitCompact(ReadOnlySpan<char> text, out QifDate date)
    {
        date = default;
        var at = text.IndexOfAnyExceptInRange('0', '9');
        if (at < 0)
        {
            if (text.Length != 8) return false;
            date = new QifDate(Number(text[..4]), Number(text[4..6]), Number(text[6..]), '-', IsPlain: true, IsMillennium: false, 4,
                MayBeginWithYear: true);
            return true;
        }

        var rest = text[(at + 1)..];
        var next = rest.IndexOfAnyExceptInRange('0', '9');
        if (next < 0 || !IsSeparator(text[at]) || !IsSeparator(rest[next])) return false;
        var first = text[..at];
        var second = rest[..next];
        var third = rest[(next + 1)..];
        if (third.ContainsAnyExceptInRange('0', '9') || first.Length is 0 or 3 or > 4 || second.Length is 0 or > 2) return false;
        var (isPlain, isMillennium) = (first.Length == 4, rest[next] == '\'');
        if (isPlain ? third.Length is 0 or > 2 : third.Length is not (2 or 4) && !(isMillennium && third.Length == 1)) return false;
        var mayBeginWithYear = !isMillennium && first.Length == 2 && second.Length == 2 && third.Length == 2;
        date = new QifDate(Number(first), Number(second), Number(third), text[at], isPlain, isMillennium, third.Length, mayBeginWithYear);
        return true;
    }

    private static bool IsSeparator(char c) => c is '/' or '.' or '-' or '\'';

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private int Year(int year)
    {
        if (year >= 100) return year;
        return year + (IsMillennium || year < Pivot ? 2000 : 1900);
    }
}
