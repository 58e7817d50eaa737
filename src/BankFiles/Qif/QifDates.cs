using MyBudget.BankFiles.Csv;

namespace MyBudget.BankFiles.Qif;

/// <summary>
/// Decides from all records how dates are written: the format leaves it to the country. <c>1/20'26</c> and <c>1/ 5' 6</c> are how
/// Quicken writes years from 2000 on.
/// </summary>
/// <param name="pattern">What the user says; it wins.</param>
/// <param name="settled">What earlier files settled, for dates that do not tell.</param>
internal sealed class QifDates(string? pattern, string? settled = null)
{
    /// <summary>So many times more records of one reading make a record of the other a mistake of the bank's.</summary>
    private const int Majority = 10;

    private static readonly QifOrder[] Orders = [QifOrder.DayFirst, QifOrder.MonthFirst, QifOrder.YearFirst];

    private readonly QifOrder? _given = string.IsNullOrWhiteSpace(pattern) ? null : QifDate.OrderOf(pattern);
    private readonly HashSet<int>[] _years = [[], [], []];

    /// <summary>How many records the one order reads and the other does not, and how many they read differently.</summary>
    private readonly int[,] _only = new int[3, 3], _differ = new int[3, 3];

    private readonly CsvDateReadings _readings = new();
    private QifDate? _sample;
    private QifOrder _order = QifOrder.DayFirst;
    private bool _onlyPoints = true;

    public string Pattern => _given is not null ? pattern!.Trim() : _sample?.PatternOf(_order) ?? "yyyy-MM-dd";

    /// <summary>What earlier files settled was needed.</summary>
    public bool IsSettled { get; private set; }

    /// <summary>The user says it, or some date is another day in another order, or none.</summary>
    public bool IsEvident => _given is not null || _readings.HasEvidence;

    public void Witness(string? text)
    {
        if (_given is not null || !QifDate.TrySplit(text, out var date) || date.IsPlain) return;
        _sample ??= date;
        _onlyPoints &= date.Separator == '.';
        _readings.Add(date.AsText());
        Span<DateOnly?> read = [null, null, null];
        for (var i = 0; i < Orders.Length; i++)
        {
            if (!date.TryRead(Orders[i], out var day)) continue;
            read[i] = day;
            _years[i].Add(day.Year);
        }

        for (var i = 0; i < Orders.Length; i++)
        {
            for (var j = 0; j < Orders.Length; j++)
            {
                if (read[i] is not null && read[j] is null) _only[i, j]++;
                else if (read[i] != read[j]) _differ[i, j]++;
            }
        }
    }

    /// <summary>To be called once all are known.</summary>
    public void Settle()
    {
        if (_given is { } given) _order = given;
        if (_given is not null || _sample is not { } sample) return;

        List<QifOrder> open = [.. Orders.Where(order =>
            _years[(int)order].Count > 0 && !Array.Exists(Orders, other => Beats(other, order)))];
        // What would be days are no years if they change more than what would be years.
        var years = open.Where(order => order is not QifOrder.YearFirst).Select(order => _years[(int)order].Count)
            .DefaultIfEmpty(int.MaxValue).Min();
        if (_years[(int)QifOrder.YearFirst].Count > years) open.Remove(QifOrder.YearFirst);
        // As tables of text: between points the month never comes first.
        if (_onlyPoints && open is [QifOrder.DayFirst, QifOrder.MonthFirst]) open.Remove(QifOrder.MonthFirst);
        if (open.Count == 0) return;
        _order = open[0];
        if (!open.Exists(order => _differ[(int)order, (int)_order] > 0)) return;

        if (open is [QifOrder.DayFirst, QifOrder.MonthFirst] && _readings.InOrder() is { } sorted)
        {
            _order = sorted is CsvDateOrder.MonthFirst ? QifOrder.MonthFirst : QifOrder.DayFirst;
            return;
        }

        if (settled is not null && QifDate.OrderOf(settled) is var known && open.Contains(known))
        {
            (_order, IsSettled) = (known, true);
            return;
        }

        string[] patterns = [.. open.Select(sample.PatternOf)];
        throw new BankFileException(
            "ambiguous-dates", $"The dates can be read as {string.Join(" and as ", patterns)}. Say which it is.", patterns);
    }

    private bool Beats(QifOrder one, QifOrder other) =>
        _only[(int)one, (int)other] is > 0 and var more && more >= _only[(int)other, (int)one] * Majority;

    public bool TryParse(string text, out DateOnly date)
    {
        date = default;
        return QifDate.TrySplit(text, out var parts) && parts.TryRead(_order, out date);
    }
}
