using System.Runtime.InteropServices;

namespace MyBudget.BankFiles.Csv;

/// <summary>The balances beside a statement's entries, and whether the entries explain them.</summary>
/// <param name="isBeside">A column may have them.</param>
/// <param name="rows">How many rows there may be.</param>
internal sealed class CsvStatementBalances(bool isBeside, int rows)
{
    private const int MostLines = 10;

    private readonly List<int> _lines = new(isBeside ? rows : 0);
    private readonly List<DateOnly> _dates = new(isBeside ? rows : 0);
    private readonly List<decimal?> _amounts = new(isBeside ? rows : 0);
    private readonly List<decimal?> _balances = new(isBeside ? rows : 0);
    private bool _hasBalances, _isPart;
    private int _lastLine;
    private decimal _sum;

    public void Add(CsvRecord row, BankEntry? entry, decimal? balance)
    {
        // What is not booked yet moves no balance.
        if (entry is { Pending: true } && balance is null) return;
        if (entry is null && balance is null) return;
        _lastLine = row.Line;
        if (entry is not null && Math.Abs(entry.Amount) < 1_000_000_000_000m) _sum += entry.Amount;
        if (!isBeside) return;
        _lines.Add(row.Line);
        _dates.Add(entry?.Date ?? (_dates.Count > 0 ? _dates[^1] : DateOnly.MinValue));
        _amounts.Add(entry?.Amount);
        _balances.Add(balance);
        _hasBalances |= balance is not null;
    }

    /// <summary>An entry could not be read: what the others prove is not the whole.</summary>
    public void Miss() => _isPart = true;

    public (BalanceCheck Check, IReadOnlyList<int> Lines) Check(bool isDebt, CsvToldBalances told)
    {
        var checkedAll = CheckAll(isDebt, told);
        return _isPart && checkedAll.Check == BalanceCheck.Proved ? (BalanceCheck.None, []) : checkedAll;
    }

    private (BalanceCheck Check, IReadOnlyList<int> Lines) CheckAll(bool isDebt, CsvToldBalances told)
    {
        if (_hasBalances && Walk(isDebt) is { Walk.Steps: > 0 } walked)
        {
            if (walked.Walk.IsProof) return (BalanceCheck.Proved, []);
            // The balance of today in every row is none that runs along.
            return _balances.Where(balance => balance is not null).Distinct().Count() == 1
                ? (BalanceCheck.None, [])
                : (BalanceCheck.Contradicted, Lines(CsvBalance.Disagreeing(walked.Walk, walked.Turned ?? Amounts, Balances)));
        }

        if (_sum == 0 || told is not { Opening: { } opening, Closing: { } closing }) return (BalanceCheck.None, []);
        if (opening + _sum == closing || (isDebt && opening - _sum == closing)) return (BalanceCheck.Proved, []);
        return told.IsOfRows ? (BalanceCheck.Contradicted, [_lastLine]) : (BalanceCheck.None, []);
    }

    /// <summary>Banks list the newest entry first or last; within a single day the running balance tells which.</summary>
    public StatementBalance? Closing()
    {
        if (!_hasBalances) return null;
        var (first, last) = (_amounts.FindIndex(amount => amount is not null), _amounts.FindLastIndex(amount => amount is not null));
        if (first < 0) return null;
        var second = _amounts.FindIndex(first + 1, amount => amount is not null);
        var isNewestFirst = _dates[first] > _dates[last]
            || (_dates[first] == _dates[last] && second > 0 && _balances[first] != _balances[second] - _amounts[second]);
        var closing = isNewestFirst ? first : last;
        return _balances[closing] is { } amount ? new StatementBalance(amount, _dates[closing]) : null;
    }

    private ReadOnlySpan<decimal?> Amounts => CollectionsMarshal.AsSpan(_amounts);

    private ReadOnlySpan<decimal?> Balances => CollectionsMarshal.AsSpan(_balances);

    private List<int> Lines(List<int> rows) => [.. rows.Select(i => _lines[i]).Order().Take(MostLines)];

    private (CsvBalanceWalk Walk, decimal?[]? Turned) Walk(bool isDebt)
    {
        var walk = CsvBalance.Walk(Amounts, Balances, _dates);
        if (!isDebt || walk.IsProof) return (walk, null);
        // What is owed grows by what is spent.
        decimal?[] turned = [.. _amounts.Select(amount => -amount)];
        var owed = CsvBalance.Walk(turned, Balances, _dates);
        return owed.Agreed > walk.Agreed ? (owed, turned) : (walk, null);
    }
}
