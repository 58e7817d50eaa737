namespace MyBudget.BankFiles.Csv;

/// <summary>What an account held before and after the entries of a file.</summary>
/// <param name="IsOfRows">Both stand between the entries, so that they are of just these; above a table they may be of more.</param>
internal readonly record struct CsvToldBalances(decimal? Opening, decimal? Closing, bool IsOfRows)
{
    /// <summary>
    /// What the account held before and after the entries, as lines above the table say, or the first and the last row within.
    /// </summary>
    public static CsvToldBalances Of(CsvTable table)
    {
        var (opening, closing) = CsvPreamble.Balances(table.Preamble, table.DecimalSeparator);
        var (isOpening, isClosing) = (false, false);
        var rows = table.Rows;
        for (var i = 0; i < rows.Length; i++)
        {
            if (table.MoneyRows[i] != CsvRowKind.Balance) continue;
            var (before, after) = CsvPreamble.Balances(rows.Slice(i, 1), table.DecimalSeparator);
            isOpening |= before is not null;
            isClosing |= after is not null;
            opening ??= before;
            closing = after ?? closing;
        }

        return new CsvToldBalances(opening, closing, isOpening && isClosing);
    }
}
