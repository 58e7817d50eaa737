namespace MyBudget.BankFiles.Csv;

/// <summary>The columns whose names are known and whose content agrees with them, for each role the best first.</summary>
internal sealed class CsvNames
{
    private readonly CsvTable _table;
    private readonly ILookup<CsvRole, (CsvColumn Column, CsvHeaderMeaning Meaning)> _byRole;

    public CsvNames(CsvTable table)
    {
        _table = table;
        _byRole = table.Columns.Where(column => !table.Given.ContainsValue(column.Index))
            .SelectMany(column => CsvHeaderNames.Find(column.Header).Select(meaning => (Column: column, Meaning: meaning)))
            .Where(named => Agrees(named.Column, named.Meaning))
            .OrderBy(named => named.Meaning.Rank).ThenBy(named => named.Column.Index)
            .ToLookup(named => named.Meaning.Role);
    }

    public List<CsvColumn> Of(CsvRole role) => [.. _byRole[role].Select(named => named.Column)];

    public IEnumerable<(CsvColumn Column, CsvHeaderMeaning Meaning)> Named(CsvRole role) => _byRole[role];

    public CsvColumn? Best(CsvRole role) => _byRole[role].Select(named => named.Column).FirstOrDefault();

    /// <summary>Exactly named for amounts, though it holds none that can be read: its rows are rejected, not passed over.</summary>
    public CsvColumn? Unreadable() => _table.Columns.FirstOrDefault(column =>
        !_table.Given.ContainsValue(column.Index) && !column.IsDate
        && CsvHeaderNames.Find(column.Header).Any(meaning => meaning is { Role: CsvRole.Amount, IsExact: true }));

    public bool IsNamed(CsvColumn column, params ReadOnlySpan<CsvRole> roles)
    {
        foreach (var role in roles)
        {
            if (_byRole[role].Any(named => named.Column == column)) return true;
        }

        return false;
    }

    private bool Agrees(CsvColumn column, CsvHeaderMeaning meaning)
    {
        if (_table.Rows.IsEmpty) return true;
        var isEmpty = column.Filled - column.Dashes == 0;
        return meaning.Role switch
        {
            CsvRole.Date or CsvRole.ValueDate => column.HasDates
                || (meaning.IsExact
                    && (column.HasAnyDate || (column.Filled > 0 && CsvDayNumbers.Detect(_table.Rows, column.Index) is not null))),
            CsvRole.Amount => !column.IsDate && (meaning.IsExact ? column.HasAmounts : column.IsAmount),
            CsvRole.Debit or CsvRole.Credit or CsvRole.Balance or CsvRole.Fee =>
                !column.IsDate && ((isEmpty && meaning.IsExact) || (meaning.IsExact ? column.HasAmounts : column.IsAmount)),
            CsvRole.Indicator => (!column.IsAmount || column.IsCode) && !column.IsDate,
            CsvRole.Currency => column.HasCurrencies
                || (meaning.IsExact && column.Filled > 0 && !column.HasMany && column.Distinct.Keys.All(text => CurrencyMarks.IsKnown(text))),
            CsvRole.BankId => !column.IsRowNumber && !column.IsDate,
            CsvRole.Payee or CsvRole.Payer or CsvRole.Memo => !isEmpty && !column.IsDate,
            // A balance may have the same name.
            CsvRole.Status => !column.IsDate && (!column.IsAmount || column.IsCode)
                && (meaning.IsExact || CsvStatusWords.MayBeStates(column)),
            CsvRole.Account => !isEmpty && !column.IsDate && column.Decimals == 0,
            _ => !column.IsDate,
        };
    }
}
