using System.Collections;
using System.Runtime.InteropServices;

namespace MyBudget.BankFiles.Csv;

/// <summary>The rows beside which a running balance may stand, column by column: of a large file there are very many, and each is looked at often.</summary>
/// <param name="capacity">How many rows there may be.</param>
internal sealed class CsvBalanceTrail(int capacity) : IReadOnlyList<CsvBalanceRow>
{
    private readonly List<int> _lines = new(capacity);
    private readonly List<DateOnly> _dates = new(capacity);
    private readonly List<decimal?> _amounts = new(capacity), _balances = new(capacity);
    private readonly List<string?> _currencies = new(capacity);
    private readonly List<bool> _told = new(capacity);

    public int Count => _lines.Count;

    public ReadOnlySpan<decimal?> Amounts => CollectionsMarshal.AsSpan(_amounts);

    public ReadOnlySpan<decimal?> Balances => CollectionsMarshal.AsSpan(_balances);

    public IReadOnlyList<DateOnly> Dates => _dates;

    public CsvBalanceRow this[int row] => new(_lines[row], _dates[row], _amounts[row], _balances[row], _currencies[row], _told[row]);

    public static CsvBalanceTrail Of(IEnumerable<CsvBalanceRow> rows)
    {
        var trail = new CsvBalanceTrail(0);
        foreach (var row in rows) trail.Add(row);
        return trail;
    }

    public void Add(CsvBalanceRow row)
    {
        _lines.Add(row.Line);
        _dates.Add(row.Date);
        _amounts.Add(row.Amount);
        _balances.Add(row.Balance);
        _currencies.Add(row.Currency);
        _told.Add(row.IsToldBalance);
    }

    public IEnumerator<CsvBalanceRow> GetEnumerator() => Enumerable.Range(0, Count).Select(row => this[row]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
