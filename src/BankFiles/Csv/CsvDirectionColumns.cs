namespace MyBudget.BankFiles.Csv;

/// <summary>The columns whose words may tell money out from money in.</summary>
internal sealed class CsvDirectionColumns(CsvTable table, CsvNames names)
{
    private const int MostWords = 12;
    private const int LongestWord = 32;

    /// <summary>Words that look as if they told a direction, where no amount has a sign and no known word does.</summary>
    public IReadOnlyList<string>? Unexplained(IReadOnlySet<int> taken)
    {
        // Where payees are found by their name, two texts in two rows are no payees.
        var arePayeesKnown = names.Best(CsvRole.Payee) is not null || names.Best(CsvRole.Memo) is not null;
        foreach (var column in Candidates(taken).Where(column => !column.HasMany))
        {
            var isNamed = names.IsNamed(column, CsvRole.Indicator);
            var words = column.Distinct.Keys.Where(word => word.Length <= LongestWord).ToList();
            // The other direction may be the one that did not happen.
            var isDirection = isNamed && column.Distinct.Count <= 1 && CsvHeaderNames.TellsDirection(column.Header);
            if (isDirection) return column.Blank > 0 ? [.. words, ""] : words;
            var isTwo = words.Count == 2 && column.Distinct.Count == 2 && (isNamed || arePayeesKnown || table.Rows.Length > 2);
            var isOneOrBlank = isNamed && !column.IsAmount && words.Count == 1 && column.Blank > 0;
            var isSome = isNamed && !column.IsAmount && words.Count is > 2 and <= MostWords && column.Distinct.Count == words.Count;
            if (isTwo || isOneOrBlank || isSome) return isOneOrBlank ? [.. words, ""] : words;
        }

        return null;
    }

    public IEnumerable<CsvColumn> Candidates(IReadOnlySet<int> taken)
    {
        var named = names.Of(CsvRole.Indicator).Where(column => !taken.Contains(column.Index)).ToList();
        var others = table.Columns.Where(column =>
            !named.Contains(column) && !taken.Contains(column.Index) && column.Filled > 0 && !column.HasMany
            && !column.IsDate && (!column.IsAmount || AreTwoCodes(column)) && !column.IsCurrency && !table.Given.ContainsValue(column.Index)
            && !names.IsNamed(
                column, CsvRole.Payee, CsvRole.Payer, CsvRole.Memo, CsvRole.Status, CsvRole.Category, CsvRole.Account, CsvRole.BankId,
                CsvRole.CheckNumber));
        return named.Concat(others);
    }

    /// <summary>Such as 0 and 1, or -1 and 1.</summary>
    private bool AreTwoCodes(CsvColumn column) =>
        column.IsCode && column is { Blank: 0, Distinct.Count: 2 } && column.Distinct.Keys.All(text => text.Length <= 2)
        && !names.IsNamed(
            column, CsvRole.Amount, CsvRole.Debit, CsvRole.Credit, CsvRole.Fee, CsvRole.Balance, CsvRole.Rate, CsvRole.Other);
}
