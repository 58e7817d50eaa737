namespace MyBudget.BankFiles.Csv;

/// <summary>What one column holds, over all rows.</summary>
internal sealed class CsvColumn
{
    /// <summary>More different texts than this are simply many.</summary>
    private const int MostDistinct = 64;
    private const int DateSample = 400;
    private const int MostCodes = 12;
    private const int LongestCode = 3;

    private readonly Dictionary<string, int> _distinct = new(StringComparer.Ordinal);
    private int _dates;
    private int _datesTried;
    private int _codes;
    private int _currencies;
    private int _ownCurrency;
    private long _lastNumber = -1;
    private int _consecutive;
    private int _long;

    public CsvColumn(int index, ReadOnlySpan<CsvRecord> rows, string header, string? currency)
    {
        (Index, Header) = (index, header);
        var lookup = _distinct.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var row in rows)
        {
            var text = row[index];
            if (text.IsEmpty) Blank++;
            else Add(text, lookup, currency);
        }
    }

    public int Index { get; }
    public string Header { get; }
    public int Filled { get; private set; }
    public int Blank { get; private set; }
    public int Amounts { get; private set; }
    public int Negative { get; private set; }
    public int Positive { get; private set; }
    public int Decimals { get; private set; }
    public int Dashes { get; private set; }
    public long Letters { get; private set; }

    /// <summary>The texts and how often each stands there; complete where there are not many.</summary>
    public IReadOnlyDictionary<string, int> Distinct => _distinct;

    public bool HasMany => _distinct.Count > MostDistinct;
    public bool IsDate => _dates > 0 && _dates * 10 >= _datesTried * 8;
    public bool HasAnyDate => _dates > 0;
    public bool HasDates => _dates > 0 && _dates * 2 >= _datesTried;

    /// <summary>Amounts in nearly every row that holds anything.</summary>
    public bool IsAmount => Amounts > 0 && Amounts * 10 >= (Filled - Dashes) * 9;
    public bool HasAmounts => Amounts > 0 && Amounts * 2 >= Filled - Dashes;
    public bool IsSigned => Negative > 0;
    /// <summary>Codes of currencies that are much used; three letters alone may be any word.</summary>
    public bool IsCurrency => Filled > 0 && _currencies * 10 >= Filled * 9;
    public bool HasCurrencies => _codes > 0 && _codes * 2 >= Filled;
    public bool IsOwnCurrency => Filled > 0 && _ownCurrency == Filled;
    public bool IsConstant => _distinct.Count == 1 && Filled > 1;

    /// <summary>1, 2, 3 ... or downwards: the rows are numbered, which says nothing about the entries.</summary>
    public bool IsRowNumber => Filled > 1 && _consecutive == Filled - 1;

    /// <summary>Whole numbers that name something: never negative, without decimals, all the same, counted, or very long.</summary>
    public bool IsNumbering => Decimals == 0 && Negative == 0 && (IsConstant || IsRowNumber || _long * 2 > Filled);

    /// <summary>A few short whole numbers that come again, such as 0 and 1.</summary>
    public bool IsCode => Filled > 0 && Decimals == 0 && _distinct.Count <= MostCodes && _distinct.Keys.All(text => text.Length <= LongestCode);

    public bool IsText => !IsDate && !IsAmount && !IsCurrency && Letters > 0;

    private void Add(ReadOnlySpan<char> text, Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup, string? currency)
    {
        Filled++;
        Count(text, lookup);
        if (_datesTried < DateSample)
        {
            _datesTried++;
            if (CsvDateParts.TrySplit(text, out var parts)
                && (parts.TryDate(CsvDateOrder.DayFirst, out _) || parts.TryDate(CsvDateOrder.MonthFirst, out _)
                    || parts.TryDate(CsvDateOrder.YearFirst, out _)))
                _dates++;
        }

        if (AmountMarks.IsBlank(text)) Dashes++;
        else if (BankAmount.TryParse(text, '\0', out var amount)) AddAmount(text, amount);
        else CountLetters(text);
        if (text.Length > 4) return;
        var code = BankText.Currency(text);
        if (code is null && !BankText.IsSharedCurrencySign(text)) return;
        _codes++;
        if (text.Length != 3 || CsvPreamble.IsCurrency(text)) _currencies++;
        if (code == currency) _ownCurrency++;
    }

    private void AddAmount(ReadOnlySpan<char> text, decimal amount)
    {
        Amounts++;
        if (amount < 0) Negative++;
        if (amount > 0) Positive++;
        if (amount.Scale > 0) Decimals++;
        if (text.Length >= 9 && !text.ContainsAny(".,' ")) _long++;
        if (text.Length > 18 || text.ContainsAnyExceptInRange('0', '9')) return;
        var number = (long)amount;
        if (_lastNumber >= 0 && Math.Abs(number - _lastNumber) == 1) _consecutive++;
        _lastNumber = number;
    }

    private void CountLetters(ReadOnlySpan<char> text)
    {
        foreach (var c in text) Letters += char.IsLetter(c) ? 1 : 0;
    }

    private void Count(ReadOnlySpan<char> text, Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup)
    {
        if (lookup.TryGetValue(text, out var count)) lookup[text] = count + 1;
        else if (_distinct.Count <= MostDistinct) lookup[text] = 1;
    }
}
