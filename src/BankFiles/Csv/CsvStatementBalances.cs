namespace MyBudget.BankFiles.Csv;

/// <summary>The balances beside a statement's entries, and whether the entries explain them.</summary>
/// <param name="isBeside">A column may have them.</param>
/// <param name="rows">How many rows there may be.</param>
internal sealed class CsvStatementBalances(bool isBeside, int rows)
{
    private const int MostLines = 10;

    private readonly CsvBalanceTrail _rows = new(isBeside ? rows : 0);
    private bool _hasBalances, _isPart, _isBefore;
    private int _lastLine;
    private decimal _sum;

    /// <param name="isTold">The row is no entry but a balance.</param>
    public void Add(CsvRecord row, BankEntry? entry, decimal? balance, bool isTold)
    {
        // What is not booked yet moves no balance.
        if (entry is { Pending: true } && balance is null) return;
        if (entry is null && balance is null) return;
        _lastLine = row.Line;
        if (entry is not null && Math.Abs(entry.Amount) < 1_000_000_000_000m) _sum += entry.Amount;
        if (!isBeside) return;
        var date = entry?.Date ?? (_rows.Count > 0 ? _rows.Dates[^1] : DateOnly.MinValue);
        _rows.Add(new CsvBalanceRow(row.Line, date, entry?.Amount, balance, entry?.Currency, isTold));
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
        if (_hasBalances && CsvBalanceTrack.Of(_rows, isDebt) is { HasSteps: true } all)
        {
            _isBefore = all.IsBefore;
            if (all.IsProof || IsProofOtherwise(isDebt)) return (BalanceCheck.Proved, []);
            // The balance of today in every row is none that runs along.
            return _rows.Where(row => row.Balance is not null).Select(row => row.Balance).Distinct().Count() == 1
                ? (BalanceCheck.None, [])
                : (BalanceCheck.Contradicted, [.. all.Lines.Order().Take(MostLines)]);
        }

        if (_sum == 0 || told is not { Opening: { } opening, Closing: { } closing }) return (BalanceCheck.None, []);
        if (opening + _sum == closing || (isDebt && opening - _sum == closing)) return (BalanceCheck.Proved, []);
        return told.IsOfRows ? (BalanceCheck.Contradicted, [_lastLine]) : (BalanceCheck.None, []);
    }

    /// <summary>Without what is told at the file's ends, or with a balance for each currency.</summary>
    private bool IsProofOtherwise(bool isDebt)
    {
        var entries = _rows;
        if (_rows.Any(row => row.IsToldBalance))
        {
            entries = CsvBalanceTrail.Of(_rows.Where(row => !row.IsToldBalance));
            if (CsvBalanceTrack.Of(entries, isDebt) is { IsProof: true } track)
            {
                _isBefore = track.IsBefore;
                return true;
            }
        }

        if (!AreOfSeveralCurrencies(entries.Where(row => row.Currency is not null))) return false;
        var byCurrency = entries.Where(row => row.Currency is not null).GroupBy(row => row.Currency)
            .Select(rows => CsvBalanceTrack.Of(CsvBalanceTrail.Of(rows), isDebt)).ToList();
        return byCurrency.Count > 1 && byCurrency.Exists(one => one.HasSteps) && byCurrency.TrueForAll(one => one.IsProof || !one.HasSteps);
    }

    /// <summary>Banks list the newest entry first or last; within a single day the running balance tells which.</summary>
    /// <param name="own">The account's currency: the balance of another is none of its.</param>
    /// <remarks>Nearly always all rows count, and a large file has very many: they are looked at where they are.</remarks>
    public StatementBalance? Closing(string? own)
    {
        if (!_hasBalances) return null;
        var entries = _rows.Where(row => row.Amount is not null);
        if (own is not null && AreOfSeveralCurrencies(entries)) entries = entries.Where(row => row.Currency == own);
        var firsts = entries.Take(2).ToList();
        if (firsts.Count == 0) return null;
        var (first, last) = (firsts[0], entries.Last());
        var isNewestFirst = first.Date > last.Date
            || (first.Date == last.Date && firsts.Count > 1 && first.Balance != firsts[1].Balance - firsts[1].Amount);
        var closing = isNewestFirst ? first : last;
        return closing.Balance is { } amount ? new StatementBalance(_isBefore ? amount + closing.Amount!.Value : amount, closing.Date) : null;
    }

    private static bool AreOfSeveralCurrencies(IEnumerable<CsvBalanceRow> rows) => rows.Select(row => row.Currency).Distinct().Skip(1).Any();
}
