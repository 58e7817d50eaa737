using System.Runtime.InteropServices;

namespace MyBudget.BankFiles.Csv;

/// <summary>A table whose rows are known, before it is known what its columns mean.</summary>
internal sealed class CsvTable
{
    private readonly List<CsvRecord> _records;
    private readonly char?[] _separators;
    private readonly CsvStatus[]? _headings;
    private HashSet<int>? _moved;

    public CsvTable(List<CsvRecord> records, CsvHeader header, CsvMapping mapping, BankFileOptions options)
    {
        (_records, Header, Mapping, Options) = (records, header, mapping, options);
        Width = header.Exists ? header.Names.Count : CsvSniffer.Width(records.Take(2 * CsvHeader.MaxPreamble)) ?? 1;
        Width = Math.Min(Width, CsvRecords.MaxFields);
        Given = CsvMappedColumns.Resolve(mapping, header, Width);
        var rows = Rows;
        var columns = new CsvColumn[Width];
        for (var i = 0; i < Width; i++) columns[i] = new CsvColumn(i, rows, header.Exists ? header.Names[i] : "", options.Currency);
        Columns = columns;
        _separators = new char?[Width];
        GiveMarked();
        Said = Given.Keys.ToHashSet();
        GiveSettled(options.Hints);
        DecimalSeparator = mapping.DecimalSeparator ?? CsvDecimals.Likely(rows, columns.Where(MayShowDecimals));
        MoneyRows = CsvBalanceRows.Find(this);
        CsvOtherTables.Mark(this);
        _headings = CsvHeadings.Find(this);
        for (var i = 0; i < (_headings?.Length ?? 0); i++)
        {
            if (_headings![i] == CsvStatus.NotBooked && IsEntry(i)) MoneyRows[i] = CsvRowKind.NotBooked;
        }
    }

    public CsvHeader Header { get; }
    public CsvMapping Mapping { get; }
    public BankFileOptions Options { get; }
    public int Width { get; }

    /// <summary>What the user says, or earlier files settled; it wins over everything that is found.</summary>
    public Dictionary<CsvRole, int> Given { get; }

    /// <summary>Of these, what the user says.</summary>
    public IReadOnlySet<CsvRole> Said { get; }

    public IReadOnlyList<CsvColumn> Columns { get; }

    /// <summary>What looks like a column of accounts names those of others.</summary>
    public bool HasNoAccount => CsvMappedColumns.IsNone(Mapping.Account) || Options.Hints?.NoAccount == true;

    /// <summary>Before the columns are known; that of the chosen ones is decided later, and asked where it is open.</summary>
    public char DecimalSeparator { get; }

    /// <summary>Which end is the newer one; told once the column of dates is chosen.</summary>
    public CsvTimeOrder Order { get; set; }

    /// <summary>For each row whether it moved money.</summary>
    public CsvRowKind[] MoneyRows { get; }

    /// <summary>Texts that would say that rows are not booked, in a column whose name does not say that it tells that.</summary>
    public IReadOnlyList<string> DoubtfulStates { get; set; } = [];

    /// <summary>A heading above the row says that it is not booked yet.</summary>
    public bool IsPending(int row) => _headings?[row] == CsvStatus.Pending;

    /// <summary>Rows that moved the balance, whatever their state or their text says.</summary>
    public bool HasMoved(int row) => _moved?.Contains(row) == true;

    public void SetMoved(int row)
    {
        (_moved ??= []).Add(row);
        MoneyRows[row] = CsvRowKind.Entry;
    }

    public bool IsEntry(int row) => MoneyRows[row] == CsvRowKind.Entry;

    /// <summary>Rows of that column whose state says that nothing happened prove nothing about the others.</summary>
    public void LeaveOutNotBooked(int column)
    {
        for (var i = 0; i < MoneyRows.Length; i++)
        {
            if (IsEntry(i) && CsvStatusWords.Of(Rows[i][column]) == CsvStatus.NotBooked) MoneyRows[i] = CsvRowKind.NotBooked;
        }
    }

    public ReadOnlySpan<CsvRecord> Rows => CollectionsMarshal.AsSpan(_records)[Math.Min(Header.FirstRow, _records.Count)..];

    public ReadOnlySpan<CsvRecord> Preamble =>
        CollectionsMarshal.AsSpan(_records)[..(Header.Exists ? Header.Index : Math.Min(Header.FirstRow, _records.Count))];

    /// <summary>A column's values; null where a row has none.</summary>
    public decimal?[] Values(int column)
    {
        var rows = Rows;
        var values = new decimal?[rows.Length];
        // A rate may have a point where amounts have a comma.
        var separator = Mapping.DecimalSeparator ?? (_separators[column] ??= CsvDecimals.LikelyOf(rows, column) ?? DecimalSeparator);
        for (var i = 0; i < rows.Length; i++)
        {
            if (BankAmount.TryParse(rows[i][column], separator, out var value)) values[i] = value;
        }

        return values;
    }

    /// <summary>The same; of rows that are no entries none.</summary>
    public decimal?[] EntryValues(int column)
    {
        var values = Values(column);
        for (var i = 0; i < values.Length; i++)
        {
            if (!IsEntry(i)) values[i] = null;
        }

        return values;
    }

    /// <summary>Some lines that cannot be read take nothing from what the others show.</summary>
    private static bool MayShowDecimals(CsvColumn column) =>
        !column.IsDate && (column.IsAmount || (column.Amounts > 0 && CsvHeaderNames.NamesMoney(column.Header)));

    /// <summary>Where the marks at the amounts tell the direction, their column is given as the one that does.</summary>
    private void GiveMarked()
    {
        if (!Given.TryGetValue(CsvRole.Indicator, out var column) || Given.ContainsKey(CsvRole.Amount)) return;
        var isNamed = CsvHeaderNames.Find(Columns[column].Header).Any(meaning => meaning.Role == CsvRole.Amount);
        if (isNamed && Columns[column].IsAmount) Given.Add(CsvRole.Amount, column);
    }

    /// <summary>What was settled counts only if the column still holds such a thing.</summary>
    private void GiveSettled(CsvHints? hints)
    {
        if (hints is null) return;
        var settled = hints.Columns.Where(column => column.Column < Width && !Given.ContainsValue(column.Column)).ToList();
        // What tells the direction may be the marks at the amounts themselves.
        bool IsMark((CsvRole Role, int Column) column) => column.Role == CsvRole.Indicator && settled.Contains((CsvRole.Amount, column.Column));
        if (settled.Exists(column => !IsMark(column) && !CsvSettledColumns.MayBe(this, column.Role, Columns[column.Column], hints.DateFormat)))
            hints = null;
        foreach (var (role, column) in hints is null ? [] : settled) Given.TryAdd(role, column);
    }

    public BankFileException Needed(string code, string message, IReadOnlyList<string>? candidates = null) =>
        new(code, message, candidates ?? Header.Names);
}
