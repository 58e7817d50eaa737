using System.Runtime.InteropServices;

namespace MyBudget.BankFiles.Csv;

/// <summary>A table whose rows are known, before it is known what its columns mean.</summary>
internal sealed class CsvTable
{
    private readonly List<CsvRecord> _records;

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
        DecimalSeparator = mapping.DecimalSeparator ?? CsvDecimals.Likely(rows, columns.Where(column => column.IsAmount && !column.IsDate));
        MoneyRows = CsvBalanceRows.Find(this);
    }

    public CsvHeader Header { get; }
    public CsvMapping Mapping { get; }
    public BankFileOptions Options { get; }
    public int Width { get; }

    /// <summary>What the user says; it wins over everything that is found.</summary>
    public Dictionary<CsvRole, int> Given { get; }

    public IReadOnlyList<CsvColumn> Columns { get; }

    /// <summary>Before the columns are known; that of the chosen ones is decided later, and asked where it is open.</summary>
    public char DecimalSeparator { get; }

    /// <summary>For each row whether it moved money.</summary>
    public CsvRowKind[] MoneyRows { get; }

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

    public ReadOnlySpan<CsvRecord> Preamble => CollectionsMarshal.AsSpan(_records)[..(Header.Exists ? Header.Index : Math.Min(Header.FirstRow, _records.Count))];

    /// <summary>A column's values; null where a row has none.</summary>
    public decimal?[] Values(int column)
    {
        var rows = Rows;
        var values = new decimal?[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            if (BankAmount.TryParse(rows[i][column], DecimalSeparator, out var value)) values[i] = value;
        }

        return values;
    }

    public BankFileException Needed(string code, string message, IReadOnlyList<string>? candidates = null) => new(code, message, candidates ?? Header.Names);
}

internal enum CsvRowKind
{
    Entry,

    /// <summary>An opening, closing or other balance, a turnover or a total.</summary>
    Balance,

    /// <summary>What the bank says did not happen.</summary>
    NotBooked,
}
