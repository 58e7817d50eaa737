namespace MyBudget.BankFiles.Csv;

/// <summary>The balances beside a statement's entries, and whether the entries explain them.</summary>
internal sealed class CsvStatementBalances
{
    private const int MostLines = 10;

    private readonly List<int> _lines = [];
    private readonly List<DateOnly> _dates = [];
    private readonly List<decimal?> _amounts = [];
    private readonly List<decimal?> _balances = [];
    private bool _hasBalances;
    private decimal _sum;

    public void Add(CsvRecord row, BankEntry? entry, decimal? balance)
    {
        // What is not booked yet moves no balance.
        if (entry is { Pending: true } && balance is null) return;
        if (entry is null && balance is null) return;
        _lines.Add(row.Line);
        _dates.Add(entry?.Date ?? (_dates.Count > 0 ? _dates[^1] : DateOnly.MinValue));
        _amounts.Add(entry?.Amount);
        _balances.Add(balance);
        _hasBalances |= balance is not null;
        if (entry is not null && Math.Abs(entry.Amount) < 1_000_000_000_000m) _sum += entry.Amount;
    }

    public (BalanceCheck Check, IReadOnlyList<int> Lines) Check(bool isDebt, CsvToldBalances told)
    {
        if (_hasBalances && Walk(isDebt) is { Walk.Steps: > 0 } walked)
        {
            if (walked.Walk.IsProof) return (BalanceCheck.Proved, []);
            // The balance of today in every row is none that runs along.
            return _balances.Where(balance => balance is not null).Distinct().Count() == 1
                ? (BalanceCheck.None, [])
                : (BalanceCheck.Contradicted, Lines(CsvBalance.Disagreeing(walked.Walk, walked.Amounts, [.. _balances])));
        }

        if (_sum == 0 || told is not { Opening: { } opening, Closing: { } closing }) return (BalanceCheck.None, []);
        if (opening + _sum == closing || (isDebt && opening - _sum == closing)) return (BalanceCheck.Proved, []);
        return told.IsOfRows ? (BalanceCheck.Contradicted, [_lines[^1]]) : (BalanceCheck.None, []);
    }

    /// <summary>Banks list the newest entry first or last; within a single day the running balance tells which.</summary>
    public StatementBalance? Closing()
    {
        if (!_hasBalances) return null;
        List<int> entries = [.. Enumerable.Range(0, _lines.Count).Where(i => _amounts[i] is not null)];
        if (entries.Count == 0) return null;
        var (first, last) = (entries[0], entries[^1]);
        var isNewestFirst = _dates[first] > _dates[last]
            || (_dates[first] == _dates[last] && entries.Count > 1 && _balances[first] != _balances[entries[1]] - _amounts[entries[1]]);
        var closing = isNewestFirst ? first : last;
        return _balances[closing] is { } amount ? new StatementBalance(amount, _dates[closing]) : null;
    }

    private List<int> Lines(List<int> rows) => [.. rows.Select(i => _lines[i]).Order().Take(MostLines)];

    private (CsvBalanceWalk Walk, decimal?[] Amounts) Walk(bool isDebt)
    {
        decimal?[] amounts = [.. _amounts], balances = [.. _balances];
        DateOnly[] dates = [.. _dates];
        var walk = CsvBalance.Walk(amounts, balances, dates);
        if (!isDebt || walk.IsProof) return (walk, amounts);
        // What is owed grows by what is spent.
        decimal?[] turned = [.. amounts.Select(amount => -amount)];
        var owed = CsvBalance.Walk(turned, balances, dates);
        return owed.Agreed > walk.Agreed ? (owed, turned) : (walk, amounts);
    }
}
