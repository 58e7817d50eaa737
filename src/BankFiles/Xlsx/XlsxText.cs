using System.Buffers;
using ExcelDataReader;

namespace MyBudget.BankFiles.Xlsx;

/// <summary>
/// A sheet as a table of text, a row on each line, so that rows keep their numbers. Dates are written in full and numbers by their value,
/// whatever the cell shows.
/// </summary>
internal sealed class XlsxText(string name, int maxRows)
{
    private const char Delimiter = ',';

    private const int MaxCells = 256;

    /// <summary>A long text may be told once and shown in a million cells.</summary>
    private const int MaxLength = 24 << 20;

    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    private readonly StringBuilder _text = new();
    private readonly List<string> _cells = [];
    private int _rows;

    public string Name { get; } = name;

    public bool HasRows => _rows > 0;

    /// <summary>A row has a date and a number.</summary>
    public bool HasEntries { get; private set; }

    public void Add(IExcelDataReader row)
    {
        _cells.Clear();
        var (hasDate, hasNumber, used) = (false, false, 0);
        for (var i = 0; i < Math.Min(row.FieldCount, MaxCells); i++)
        {
            var value = row.GetValue(i);
            var cell = TextOf(value);
            _cells.Add(cell);
            if (cell.Length > 0) used = i + 1;
            hasDate |= value is DateTime || IsDate(cell);
            hasNumber |= value is double or int or decimal || (value is string && BankAmount.TryParse(cell, '\0', out _));
        }

        HasEntries |= hasDate && hasNumber;
        if (used > 0 && ++_rows > maxRows + MaxCells)
            throw new BankFileException("too-many-rows", $"The file has more than {maxRows} rows. Split it and import the parts.");
        Write(used);
    }

    public override string ToString() => _text.ToString();

    /// <summary>An empty row stays an empty line.</summary>
    private void Write(int cells)
    {
        for (var i = 0; i < cells; i++)
        {
            if (i > 0) _text.Append(Delimiter);
            var cell = _cells[i];
            if (cell.AsSpan().ContainsAny(Special))
                _text.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            else _text.Append(cell);
        }

        _text.Append('\n');
        if (_text.Length > MaxLength)
            throw new BankFileException("workbook-too-large", "The workbook has more text than a statement can have.");
    }

    private static string TextOf(object? value) => value switch
    {
        null => "",
        string text => BankText.Clean(text) ?? "",
        DateTime { TimeOfDay.Ticks: 0 } date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime date => date.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        double number => Number(number),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>
    /// Fifteen digits, which are all that Excel keeps: what is beyond is noise of its arithmetic. A fraction is marked as one, whatever the
    /// texts of other cells look like.
    /// </summary>
    private static string Number(double number)
    {
        if (!double.IsFinite(number) || Math.Abs(number) >= 1e15) return number.ToString("R", CultureInfo.InvariantCulture);
        var text = ((decimal)number).ToString("0.###############", CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? AmountMarks.ByValue + text : text;
    }

    private static bool IsDate(string text) =>
        text.Length is >= 6 and <= 40 && char.IsAsciiDigit(text[0])
            && (text.AsSpan().Count('.') > 1 || text.AsSpan().Count('-') > 1 || text.AsSpan().Count('/') > 1);
}
