namespace MyBudget.BankFiles.Csv;

/// <summary>What the dates of a file are in each order in which they can be read.</summary>
internal sealed class CsvDateReadings
{
    private const int Orders = 3;
    private const int DaysThatShowOrder = 6;

    private readonly DateOnly[] _first = new DateOnly[Orders];
    private readonly DateOnly[] _last = new DateOnly[Orders];
    private readonly DateOnly[] _before = new DateOnly[Orders];
    private readonly int[] _up = new int[Orders];
    private readonly int[] _down = new int[Orders];
    private CsvDateParts _sample;
    private bool _isFirstColumn = true;
    private int _notYearFirst;

    public int Any { get; private set; }
    public int Short { get; private set; }
    public int Open { get; private set; }
    public int OnlyDayFirst { get; private set; }
    public int OnlyMonthFirst { get; private set; }
    public bool OnlyPoints { get; private set; } = true;

    public bool MayBeYearFirst => Short > 0 && _notYearFirst == 0;

    /// <summary>Some date is another day in another order, or none.</summary>
    public bool HasEvidence => Open > 0 || OnlyDayFirst > 0 || OnlyMonthFirst > 0;

    public void EndOfFirstColumn() => _isFirstColumn = false;

    public void Add(ReadOnlySpan<char> text)
    {
        if (!CsvDateParts.TrySplit(text, out var parts)) return;
        var isDayFirst = parts.TryDate(CsvDateOrder.DayFirst, out var asDay);
        var isMonthFirst = parts.TryDate(CsvDateOrder.MonthFirst, out var asMonth);
        var isYearFirst = parts.TryDate(CsvDateOrder.YearFirst, out var asYear);
        if (!isDayFirst && !isMonthFirst && !isYearFirst) return;
        if (_isFirstColumn && (Any++ == 0 || (parts.Shape == CsvDateShape.Short && _sample.Shape != CsvDateShape.Short))) _sample = parts;
        if (parts.Shape != CsvDateShape.Short) return;

        if (_isFirstColumn) Short++;
        OnlyPoints &= parts.Separator == '.';
        if (!isYearFirst && (isDayFirst || isMonthFirst)) _notYearFirst++;
        if (isDayFirst && isMonthFirst && asDay != asMonth) Open++;
        else if (isDayFirst && !isMonthFirst) OnlyDayFirst++;
        else if (isMonthFirst && !isDayFirst) OnlyMonthFirst++;
        if (isDayFirst) Cover(CsvDateOrder.DayFirst, asDay);
        if (isMonthFirst) Cover(CsvDateOrder.MonthFirst, asMonth);
        if (isYearFirst) Cover(CsvDateOrder.YearFirst, asYear);
    }

    /// <summary>How many days lie between the first and the last of an order; none where it reads nothing.</summary>
    public int Days(CsvDateOrder order) => _last[(int)order].DayNumber - _first[(int)order].DayNumber;

    /// <summary>
    /// Where the rows go steadily through time in one order and hither and thither in the other, the file is sorted and the
    /// order is that. Few days prove nothing.
    /// </summary>
    public CsvDateOrder? InOrder()
    {
        (CsvDateOrder, CsvDateOrder)[] pairs =
            [(CsvDateOrder.DayFirst, CsvDateOrder.MonthFirst), (CsvDateOrder.MonthFirst, CsvDateOrder.DayFirst)];
        foreach (var (order, other) in pairs)
        {
            var (steps, against) = (Math.Max(_up[(int)order], _down[(int)order]), Math.Min(_up[(int)order], _down[(int)order]));
            var jumps = Math.Min(_up[(int)other], _down[(int)other]);
            if (against == 0 && steps >= DaysThatShowOrder && jumps >= 3 && jumps * 4 >= steps) return order;
        }

        return null;
    }

    public string Pattern(CsvDateOrder order)
    {
        var year = _sample.YearDigits == 2 ? "yy" : "yyyy";
        var s = _sample.Separator == '\0' ? " " : _sample.Separator.ToString();
        return _sample.Shape switch
        {
            CsvDateShape.Compact => "yyyyMMdd",
            CsvDateShape.YearFirst => $"yyyy{s}MM{s}dd",
            CsvDateShape.Marked => "yyyy年M月d日",
            CsvDateShape.DayMonthName => s == "." ? $"d. MMM {year}" : $"d{s}MMM{s}{year}",
            CsvDateShape.MonthNameDay => $"MMM d, {year}",
            CsvDateShape.YearMonthName => $"{year}{s}MMM{s}d",
            _ => order switch
            {
                CsvDateOrder.MonthFirst => $"MM{s}dd{s}{year}",
                CsvDateOrder.YearFirst => $"yy{s}MM{s}dd",
                _ => $"dd{s}MM{s}{year}",
            },
        };
    }

    private void Cover(CsvDateOrder order, DateOnly date)
    {
        var at = (int)order;
        if (_first[at] == default || date < _first[at]) _first[at] = date;
        if (date > _last[at]) _last[at] = date;
        if (!_isFirstColumn) return;
        if (_before[at] != default && date > _before[at]) _up[at]++;
        if (_before[at] != default && date < _before[at]) _down[at]++;
        _before[at] = date;
    }
}
