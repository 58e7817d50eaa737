namespace MyBudget.BankFiles.Csv;

/// <summary>
/// Columns beside the amounts that may be a part of what was moved: those whose names speak of a fee, and those of amounts that nothing
/// explains. What banks show besides is explained by its name, by its currency or by what it holds.
/// </summary>
internal sealed class CsvFeeColumns
{
    private readonly CsvTable _table;
    private readonly CsvNames _names;
    private readonly CsvAmountSource _source;
    private readonly decimal?[] _amounts;
    private readonly bool _areWhole;

    public CsvFeeColumns(CsvTable table, CsvNames names, CsvAmountSource source)
    {
        (_table, _names, _source, _amounts) = (table, names, source, CsvSignedAmounts.Of(table, source));
        _areWhole = source.Columns.All(column => column == source.Balance || table.Columns[column].Decimals == 0);
        List<CsvColumn> fees = [.. table.Columns.Where(MayBeFee).Where(IsFee)];
        List<CsvColumn> unexplained = [.. table.Columns.Where(MayBeFee).Where(column => !fees.Contains(column) && IsUnexplained(column))];
        // Who chose one of several columns of amounts has decided about the others, too.
        IsAnswered = unexplained.Count > 0 && new[] { CsvRole.Amount, CsvRole.Debit, CsvRole.Credit }.Any(table.Said.Contains);
        if (!IsAnswered) fees.AddRange(unexplained);
        Open = MakeAmounts(fees) || (fees is [var only] && AreNetOf(only)) ? [] : fees;
    }

    public IReadOnlyList<CsvColumn> Open { get; }

    /// <summary>The user chose the amounts among these columns.</summary>
    public bool IsAnswered { get; }

    private bool MayBeFee(CsvColumn column) =>
        column.Positive + column.Negative > 0 && !column.IsDate && !_source.Columns.Contains(column.Index)
        && !_table.Given.ContainsValue(column.Index);

    private bool IsFee(CsvColumn column) => _names.IsNamed(column, CsvRole.Fee)
        || (column.IsAmount && CsvHeaderNames.SpeaksOfFee(column.Header)
            && !_names.IsNamed(column, CsvRole.Balance, CsvRole.Rate, CsvRole.Other, CsvRole.BankId, CsvRole.CheckNumber, CsvRole.Account));

    private bool IsUnexplained(CsvColumn column) =>
        column.IsAmount && !column.IsCurrency && !column.IsNumbering
        && !_names.IsNamed(
            column, CsvRole.Amount, CsvRole.Balance, CsvRole.Rate, CsvRole.Other, CsvRole.BankId, CsvRole.CheckNumber, CsvRole.Account,
            CsvRole.Category, CsvRole.Status, CsvRole.Payee, CsvRole.Payer, CsvRole.Memo, CsvRole.Date, CsvRole.ValueDate, CsvRole.Indicator)
        && !CsvBalanceWords.SpeaksOf(column.Header) && !IsForeign(column) && !IsExplained(column, _table.Values(column.Index));

    private bool IsForeign(CsvColumn column)
    {
        var own = _table.Options.Currency;
        return CsvHeaderNames.NamesForeign(column.Header)
            || (CsvPreamble.Currency(column.Header) is { } named && named != own)
            || (_table.Columns.ElementAtOrDefault(column.Index + 1) is { HasCurrencies: true } beside
                && (own is null || !beside.IsOwnCurrency));
    }

    /// <summary>A code, a rate, the amount once more, or a balance that runs along.</summary>
    private bool IsExplained(CsvColumn column, decimal?[] values)
    {
        int rows = 0, same = 0, smaller = 0, fine = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is not { } value || value == 0) continue;
            rows++;
            if (value.Scale > Math.Max(_table.Options.CurrencyDigits ?? 2, 2)) fine++;
            if (_amounts[i] is not { } amount) continue;
            if (Math.Abs(amount) == Math.Abs(value)) same++;
            if (Math.Abs(value) < Math.Abs(amount)) smaller++;
        }

        if (rows == 0 || same == rows || fine * 2 > rows) return true;
        if (column.Decimals == 0 && (!_areWhole || smaller * 2 <= rows)) return true;
        var walk = CsvBalance.Walk(_amounts, values);
        return walk.IsProof || CsvBalanceSigns.Magnitudes(_amounts, values).IsProof;
    }

    /// <summary>Together they are the amounts: capital and interest, or what was paid and the fee that was taken off.</summary>
    private bool MakeAmounts(List<CsvColumn> columns)
    {
        if (columns.Count < 2) return false;
        var values = columns.ConvertAll(column => _table.Values(column.Index));
        for (var i = 0; i < _amounts.Length; i++)
        {
            if (_amounts[i] is not { } amount || !_table.IsEntry(i)) continue;
            var sum = values.Sum(value => Within(value[i]));
            if (Math.Abs(sum) != Math.Abs(amount)) return false;
        }

        return true;
    }

    /// <summary>Another column has what was moved without the fee, so that the amounts have it.</summary>
    private bool AreNetOf(CsvColumn fee)
    {
        var fees = _table.Values(fee.Index);
        return _table.Columns.Where(gross => gross != fee && gross.IsAmount && MayBeFee(gross)).Any(gross =>
        {
            var values = _table.Values(gross.Index);
            return Enumerable.Range(0, values.Length).All(i => !_table.IsEntry(i) || _amounts[i] is not { } amount
                || IsWith(Math.Abs(amount), Math.Abs(Within(values[i])), Math.Abs(Within(fees[i]))));
        });
    }

    private static bool IsWith(decimal amount, decimal gross, decimal fee) => amount == gross + fee || amount == Math.Abs(gross - fee);

    private static decimal Within(decimal? amount) => amount is { } value && Math.Abs(value) < 1_000_000_000_000m ? value : 0;
}
