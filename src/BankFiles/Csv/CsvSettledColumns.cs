namespace MyBudget.BankFiles.Csv;

/// <summary>Whether a column that was settled still holds what it held, and which ones a file settles.</summary>
internal static class CsvSettledColumns
{
    /// <summary>What the content decides in each file anew, so that a later one may not be able to.</summary>
    private static readonly CsvRole[] Decided =
        [CsvRole.Date, CsvRole.Amount, CsvRole.Debit, CsvRole.Credit, CsvRole.Indicator, CsvRole.Fee, CsvRole.Balance, CsvRole.Account];

    public static bool MayBe(CsvTable table, CsvRole role, CsvColumn column, string? dateFormat)
    {
        if (table.Rows.IsEmpty) return true;
        var isEmpty = column.Filled - column.Dashes == 0;
        return role switch
        {
            CsvRole.Date => column.HasAnyDate || CsvDayNumbers.Detect(table.Rows, column.Index) is not null
                || CsvSettledDates.Reads(table.Rows, column.Index, dateFormat),
            CsvRole.Amount => !column.IsDate && column.HasAmounts,
            CsvRole.Debit or CsvRole.Credit or CsvRole.Balance or CsvRole.Fee => !column.IsDate && (isEmpty || column.HasAmounts),
            CsvRole.Indicator => !column.IsDate && (!column.IsAmount || column.IsCode),
            _ => true,
        };
    }

    /// <summary>By what they are called in a mapping.</summary>
    public static Dictionary<string, int> Of(CsvTable table, CsvColumns columns) => Roles(columns)
        .Where(column => column.Index is not null && (Decided.Contains(column.Role) || table.Given.ContainsKey(column.Role)))
        .ToDictionary(column => CsvMappedColumns.NameOf(column.Role), column => column.Index!.Value, StringComparer.Ordinal);

    public static int? IndexOf(CsvColumns columns, string role) =>
        Roles(columns).FirstOrDefault(column => string.Equals(CsvMappedColumns.NameOf(column.Role), role, StringComparison.Ordinal)).Index;

    private static IEnumerable<(CsvRole Role, int? Index)> Roles(CsvColumns columns) =>
    [
        (CsvRole.Date, columns.Date), (CsvRole.ValueDate, columns.ValueDate), (CsvRole.Amount, columns.Amount),
        (CsvRole.Debit, columns.Debit),
        (CsvRole.Credit, columns.Credit), (CsvRole.Indicator, columns.Indicator), (CsvRole.Fee, columns.Fee),
        (CsvRole.Balance, columns.Balance),
        (CsvRole.Account, columns.Account), (CsvRole.Payee, columns.Payee), (CsvRole.Payer, columns.Payer), (CsvRole.Memo, columns.Memo),
        (CsvRole.BankId, columns.BankId), (CsvRole.CheckNumber, columns.CheckNumber), (CsvRole.Currency, columns.Currency),
        (CsvRole.Category, columns.Category), (CsvRole.Status, columns.Status),
    ];
}
